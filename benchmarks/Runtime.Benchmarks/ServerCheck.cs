using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Pkce;

namespace PkceAnalyzers.Runtime.Benchmarks;

/// <summary>What an authorization server does for each token request.</summary>
[MemoryDiagnoser, MinColumn, MedianColumn]
public class ServerCheck
{
    readonly string challenge;
    readonly string verifier;
    readonly byte[] verifierOctets;
    readonly byte[] challengeOctets;

    public ServerCheck()
    {
        var proofKey = ProofKey.Create();
        (challenge, verifier) = (proofKey.CodeChallenge, proofKey.CodeVerifier);
        verifierOctets = Encoding.ASCII.GetBytes(verifier);
        challengeOctets = SHA256.HashData(verifierOctets);
    }

    /// <summary>What no way can do without: the digest and its comparison.</summary>
    [Benchmark(Baseline = true)]
    public bool Floor()
    {
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(verifierOctets, digest);
        return CryptographicOperations.FixedTimeEquals(digest, challengeOctets);
    }

    [Benchmark]
    public bool CheckTokenRequest() => ProofKeyPolicy.S256Only.CheckTokenRequest(challenge, "S256", verifier).IsValid;

    /// <summary>The way that is most often written by hand, which compares in variable time.</summary>
    [Benchmark]
    public bool ByHand()
    {
        using var sha256 = SHA256.Create();
        var digest = sha256.ComputeHash(Encoding.ASCII.GetBytes(verifier));
        return Convert.ToBase64String(digest).Replace("+", "-").Replace("/", "_").Replace("=", "") == challenge;
    }
}
