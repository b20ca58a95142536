using System.Buffers.Binary;
using System.Buffers.Text;
using Pkce;
using Xunit;

namespace PkceAnalyzers.Runtime.Tests;

public sealed class RandomnessTests
{
    // The builds share the platform's random source, so one of them takes the time for all.
#if NEWEST_RUNTIME
    const int Many = 10_000_000;
#else
    const int Many = 1_000_000;
#endif

    [Fact]
    public void Millions_of_verifiers_from_16_threads_have_no_repeat()
    {
        // The first 128 bits of each: verifiers that repeat do so there, and others agree there by chance once in 10^24
        // runs.
        const int Threads = 16;
        const int Each = Many / Threads;
        var beginnings = new UInt128[Threads * Each];

        OnThreads(Threads, thread =>
        {
            for (var i = thread * Each; i < (thread + 1) * Each; i++)
                beginnings[i] = BeginningOf(CodeVerifier.Create());
        });

        Array.Sort(beginnings);
        var repeats = 0;
        for (var i = 1; i < beginnings.Length; i++)
            if (beginnings[i - 1] == beginnings[i])
                repeats++;
        Assert.Equal(0, repeats);
    }

    [Theory]
    [InlineData(43)]
    [InlineData(45)]
    [InlineData(128)]
    public void Every_character_is_as_likely_as_any_other_at_every_position(int length)
    {
        const int Verifiers = 128_000;
        var counts = new int[length, 128];
        for (var i = 0; i < Verifiers; i++)
        {
            var verifier = CodeVerifier.Create(length);
            for (var position = 0; position < length; position++)
                counts[position, verifier[position]]++;
        }

        for (var position = 0; position < length; position++)
        {
            // The last of 43 characters holds the last 4 of 256 bits, followed by two zeros.
            var alphabet = length == 43 && position == 42 ? "AEIMQUYcgkosw048" : Rfc7636.ChallengeCharacters;
            var expected = (double)Verifiers / alphabet.Length;
            var chiSquare = alphabet.Sum(c => Math.Pow(counts[position, c] - expected, 2) / expected);

            Assert.Equal(Verifiers, alphabet.Sum(c => counts[position, c]));
            Assert.True(
                chiSquare < Limit(alphabet.Length - 1),
                $"Position {position} of {length}: chi-square is {chiSquare} with {alphabet.Length - 1} degrees of freedom.");
        }
    }

    [Fact]
    public void Proof_keys_from_16_threads_at_once_are_right_and_differ()
    {
        const int Each = 5_000;
        var keys = new ProofKey[16 * Each];

        OnThreads(16, thread =>
        {
            for (var i = thread * Each; i < (thread + 1) * Each; i++)
                keys[i] = ProofKey.Create();
        });

        Assert.Equal(keys.Length, keys.Select(key => key.CodeVerifier).Distinct().Count());
        Assert.All(keys, key => Assert.True(
            ProofKeyPolicy.S256Only.CheckTokenRequest(key.CodeChallenge, key.CodeChallengeMethod, key.CodeVerifier).IsValid));
    }

    static void OnThreads(int count, Action<int> work)
    {
        using var start = new Barrier(count);
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, count).Select(index => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                work(index);
            }
            catch (Exception failure)
            {
                lock (failures)
                    failures.Add(failure);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }

    static UInt128 BeginningOf(string verifier)
    {
        Span<byte> octets = stackalloc byte[18];
        Base64Url.DecodeFromChars(verifier.AsSpan(0, 24), octets);
        return BinaryPrimitives.ReadUInt128BigEndian(octets);
    }

    /// <summary>
    /// What chi-square exceeds by chance once in 10^9 times, by the approximation of Wilson and Hilferty: with the few
    /// hundred positions looked at, a run fails by chance once in millions.
    /// </summary>
    static double Limit(int degreesOfFreedom)
    {
        const double Deviations = 5.998;
        var spread = 2.0 / (9 * degreesOfFreedom);
        return degreesOfFreedom * Math.Pow(1 - spread + Deviations * Math.Sqrt(spread), 3);
    }
}
