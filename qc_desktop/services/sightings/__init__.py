"""Where certificates and labels were seen: counted from a web server's log and from checked codes."""
