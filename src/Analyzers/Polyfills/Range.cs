namespace System;

// Likewise, for slice patterns.
readonly struct Range(Index start, Index end)
{
    public Index Start { get; } = start;
    public Index End { get; } = end;
}
