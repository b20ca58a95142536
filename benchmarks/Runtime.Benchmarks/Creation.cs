using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Pkce;

namespace PkceAnalyzers.Runtime.Benchmarks;

/// <summary>What a client does for each authorization request.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class Creation
{
    /// <summary>What no way can do without: the random octets, the digest, and two strings of 43 characters.</summary>
    [Benchmark(Baseline = true)]
    public (string, string) Floor()
    {
        Span<byte> random = stackalloc byte[32];
        RandomNumberGenerator.Fill(random);
        Span<byte> verifier = stackalloc byte[43];
        random.CopyTo(verifier);
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(verifier, digest);
        Span<char> characters = stackalloc char[43];
        return (new string(characters), new string(characters));
    }

    [Benchmark]
    public ProofKey ProofKeyCreate() => ProofKey.Create();

    /// <summary>The way that is most often written by hand.</summary>
    [Benchmark]
    public (string, string) ByHand()
    {
        var octets = new byte[32];
        using var random = RandomNumberGenerator.Create();
        random.GetBytes(octets);
        var verifier = Convert.ToBase64String(octets).Replace("+", "-").Replace("/", "_").Replace("=", "");
        using var sha256 = SHA256.Create();
        var digest = sha256.ComputeHash(Encoding.ASCII.GetBytes(verifier));
        return (verifier, Convert.ToBase64String(digest).Replace("+", "-").Replace("/", "_").Replace("=", ""));
    }
}
