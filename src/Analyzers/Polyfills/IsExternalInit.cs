namespace System.Runtime.CompilerServices;

// What the compiler asks of the framework for init accessors, and netstandard2.0 lacks.
static class IsExternalInit;
