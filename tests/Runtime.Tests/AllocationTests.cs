#if !NETSTANDARD_RUNTIME
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class AllocationTests
{
    [Fact]
    public void Creating_allocates_the_object_and_its_two_strings()
    {
        var strings = Allocated(() => new string('a', 43)) * 2;
        var withTwoFields = Allocated(() => new Tuple<object?, object?>(null, null));

        Assert.Equal(strings + withTwoFields, Allocated(ProofKey.Create));
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        var verifier = new char[128];
        var challenge = new char[43];
        long Write()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            CodeVerifier.TryWrite(verifier, 128, out var written);
            CodeChallenge.TryWrite(verifier, challenge, out _);
            return GC.GetAllocatedBytesForCurrentThread() - before + 128 - written;
        }

        Write();
        Assert.Equal(0, Write());
    }

    /// <summary>Bytes that a call allocates once everything that is made once has been made.</summary>
    static long Allocated(Func<object> create)
    {
        GC.KeepAlive(create());
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(create());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
#endif
