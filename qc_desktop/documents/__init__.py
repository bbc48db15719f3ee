"""What is printed: layouts, typesetting, certificates in bulk with their QR, and the checks before and after."""
