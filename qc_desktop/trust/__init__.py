"""What makes a paper checkable: the payload in the QR, keys, the published key list, the check itself."""
