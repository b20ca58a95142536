// What the compiler asks of the framework and netstandard2.0 lacks.
namespace System.Runtime.CompilerServices
{
    static class IsExternalInit;
}

namespace System
{
    readonly struct Index(int value, bool fromEnd = false)
    {
        public int GetOffset(int length) => fromEnd ? length - value : value;

        public static implicit operator Index(int value) => new(value);
    }

    readonly struct Range(Index start, Index end)
    {
        public Index Start { get; } = start;
        public Index End { get; } = end;
    }
}
