"""发证与打印: the register of certificates, issuing in batches, files to print."""
