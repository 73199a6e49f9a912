"""The accounts: their list, and the page of one of them."""
