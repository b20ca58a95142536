using System.Runtime.CompilerServices;
#if NET
using System.Runtime.InteropServices;
using System.Security.Cryptography;
#endif

namespace Pkce;

/// <summary>Comparison that takes as long for texts that differ early as for equal ones.</summary>
static class FixedTime
{
#if NET
    internal static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right) =>
        CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(left), MemoryMarshal.AsBytes(right));
#else
    // Not optimized, so that no compiler finds a way out of the loop.
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.NoOptimization)]
    internal static bool Equals(string left, string right)
    {
        if (left.Length != right.Length)
            return false;

        var difference = 0;
        for (var i = 0; i < left.Length; i++)
            difference |= left[i] ^ right[i];
        return difference == 0;
    }
#endif
}
