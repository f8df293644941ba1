#!/bin/sh
# Starts everything: the same as `npm start`, from any folder.
cd "$(dirname "$0")" && exec npm start -- "$@"
