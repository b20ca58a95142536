using System.Runtime.CompilerServices;
#if NET
using System.Security.Cryptography;
using System.Text;
#endif

namespace Pkce;

/// <summary>
/// Comparison, of well-formed verifiers and challenges only, that takes as long for texts that differ early as for
/// equal ones.
/// </summary>
static class FixedTime
{
#if NET
    internal static bool Equals(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        // The comparison goes octet by octet and is slow: half as many as UTF-16 has.
        Span<byte> leftOctets = stackalloc byte[CodeVerifier.MaxLength];
        Span<byte> rightOctets = stackalloc byte[CodeVerifier.MaxLength];
        return CryptographicOperations.FixedTimeEquals(
            leftOctets[..Encoding.ASCII.GetBytes(left, leftOctets)],
            rightOctets[..Encoding.ASCII.GetBytes(right, rightOctets)]
        );
    }
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
