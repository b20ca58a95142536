namespace System;

// What the compiler asks of the framework for list patterns, and netstandard2.0 lacks.
readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;

    public static implicit operator Index(int value) => new(value);
}
