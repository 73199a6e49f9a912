"""The window, the tray and all of Qt."""
