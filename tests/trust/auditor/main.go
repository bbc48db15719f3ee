// An auditor that shares no code with the program: Go's own packages for signed notes and transparency logs look through
// a published folder (C2SP tlog-tiles).
//
//	auditor VERIFIER_KEY FOLDER [CHECKPOINT]
//
// It checks the signature of FOLDER/checkpoint, every hash in every tile, every entry in every bundle, an inclusion proof
// for every 97th entry, and that the tree of the older CHECKPOINT begins this one. It prints the size, or what is wrong,
// with status 1.
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if err := audit(os.Args[1], os.Args[2], os.Args[3:]); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
}

func audit(key, folder string, older []string) error {
	tree, err := readTree(key, filepath.Join(folder, "checkpoint"))
	if err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, files(folder))
	if err := checkEntries(tree, folder, hashes); err != nil {
		return err
	}
	for _, path := range older {
		old, err := readTree(key, path)
		if err != nil {
			return err
		}
		if old.N > tree.N {
			return fmt.Errorf("the folder has %d entries, fewer than the %d before", tree.N, old.N)
		}
		proof, err := tlog.ProveTree(tree.N, old.N, hashes)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
			return err
		}
	}
	fmt.Println(tree.N)
	return nil
}

func readTree(key, path string) (tlog.Tree, error) {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return tlog.Tree{}, err
	}
	text, err := os.ReadFile(path)
	if err != nil {
		return tlog.Tree{}, err
	}
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil {
		return tlog.Tree{}, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, fmt.Errorf("no checkpoint of %s", verifier.Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return tlog.Tree{}, err
	}
	hash, err := tlog.ParseHash(lines[2])
	return tlog.Tree{N: size, Hash: hash}, err
}

// files reads tiles where C2SP has them: as Go's paths, without the height.
type files string

func (folder files) Height() int { return height }

func (folder files) SaveTiles([]tlog.Tile, [][]byte) {}

func (folder files) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	read := make([][]byte, len(tiles))
	for at, tile := range tiles {
		data, err := os.ReadFile(folder.path(tile))
		if err != nil {
			return nil, err
		}
		if len(data) != tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s has %d bytes", tile.Path(), len(data))
		}
		read[at] = data
	}
	return read, nil
}

func (folder files) path(tile tlog.Tile) string {
	path := strings.TrimPrefix(tile.Path(), fmt.Sprintf("tile/%d/", height))
	return filepath.Join(string(folder), "tile", strings.Replace(path, "data/", "entries/", 1))
}

// checkEntries goes through all bundles: each entry must hash to its leaf, and all of them make the signed head.
func checkEntries(tree tlog.Tree, folder string, hashes tlog.HashReader) error {
	for start := int64(0); start < tree.N; start += 1 << height {
		width := tree.N - start
		if width > 1<<height {
			width = 1 << height
		}
		tile := tlog.Tile{H: height, L: -1, N: start >> height, W: int(width)}
		bundle, err := os.ReadFile(files(folder).path(tile))
		if err != nil {
			return err
		}
		var indexes []int64
		for place := start; place < start+width; place++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, place))
		}
		leaves, err := hashes.ReadHashes(indexes)
		if err != nil {
			return err
		}
		for at, leaf := range leaves {
			if len(bundle) < 2 || len(bundle) < 2+int(binary.BigEndian.Uint16(bundle)) {
				return fmt.Errorf("%s is cut", tile.Path())
			}
			length := int(binary.BigEndian.Uint16(bundle))
			if tlog.RecordHash(bundle[2:2+length]) != leaf {
				return fmt.Errorf("entry %d is not what the tree holds", start+int64(at))
			}
			bundle = bundle[2+length:]
			if place := start + int64(at); place%97 == 0 {
				if err := checkInclusion(tree, place, leaf, hashes); err != nil {
					return err
				}
			}
		}
		if len(bundle) > 0 {
			return fmt.Errorf("%s goes on behind its entries", tile.Path())
		}
	}
	return nil
}

func checkInclusion(tree tlog.Tree, place int64, leaf tlog.Hash, hashes tlog.HashReader) error {
	proof, err := tlog.ProveRecord(tree.N, place, hashes)
	if err != nil {
		return err
	}
	return tlog.CheckRecord(proof, tree.N, tree.Hash, place, leaf)
}
