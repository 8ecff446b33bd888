// Lets a program import the path of a picture that is built beside it.
/// <reference types="electron-vite/node" />
