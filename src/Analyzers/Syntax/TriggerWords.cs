using System.Buffers;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Syntax;

/// <summary>
/// The words of which a file, or a member, must hold one to matter. One pass over the characters, in either case, without
/// allocation: a table that leads from a state and a character to the next state (Aho and Corasick).
/// </summary>
sealed class TriggerWords
{
    /// <summary>Names of parameters and grants, on the wire and as identifiers.</summary>
    public static readonly string[] Parameters =
    [
        "response_type",
        "code_challenge",
        "code_verifier",
        "grant_type",
        "client_id",
        "redirect_uri",
        "authorization_code",
        "responsetype",
        "codechallenge",
        "codeverifier",
        "pkceverifier",
        "granttype",
        "authorizationcode",
        "tokenrequest",
        "authorizationrequest",
        "authorizerequest",
    ];

    /// <summary>Words of a member that may put a request together.</summary>
    public static readonly TriggerWords OfRequests = new(Parameters);

    /// <summary>Words of a file that may say that a request goes without PKCE on purpose.</summary>
    public static readonly TriggerWords OfMarkers = new(["nopkce", "because(", "pkce:"]);

    /// <summary>Words of a member that may verify a token request.</summary>
    public static readonly TriggerWords OfChecks = new(["challenge", "verifier", "pkcemethod", "pkce_method"]);

    /// <summary>Words of a file in which what is called a verifier is one of PKCE.</summary>
    public static readonly TriggerWords OfChallenge = new(["challenge"]);

    /// <summary>Words of a file that talks to an authorization server.</summary>
    public static readonly TriggerWords OfExchanges = new([
        "response_type",
        "grant_type",
        "client_id",
        "clientid",
        "redirect_uri",
        "redirecturi",
        "authorization_code",
    ]);

    /// <summary>Words of a member that may handle a verifier.</summary>
    public static readonly TriggerWords OfVerifiers = new(["verifier"]);

    /// <summary>Words of a file that is about PKCE, so that a verifier in it is a code verifier.</summary>
    public static readonly TriggerWords OfProofKeys = new([
        "code_challenge",
        "codechallenge",
        "code_verifier",
        "codeverifier",
        "pkce",
        "proof key",
    ]);

    /// <summary>Words of a program that reads settings files.</summary>
    public static readonly string[] OfConfiguration =
    [
        "iconfiguration",
        ".configuration",
        "getsection",
        "configurationbuilder",
        "configurationmanager",
    ];

    /// <summary>Words of a file that holds tests of one of the usual frameworks.</summary>
    public static readonly TriggerWords OfTests = new([
        "[fact",
        "[theory",
        "[test",
        "using xunit",
        "using nunit",
        "testtools.unittesting",
        "using tunit",
    ]);

    const int Alphabet = 128;

    readonly ushort[] _next;
    readonly bool[] _ends;

    /// <param name="words">In lower case.</param>
    public TriggerWords(string[] words) => (_next, _ends) = Build(words);

    public bool AreIn(SourceText text) => AreIn(text, new TextSpan(0, text.Length));

    public bool AreIn(SourceText text, TextSpan span)
    {
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        try
        {
            ushort[] next = _next;
            bool[] ends = _ends;
            var state = 0;
            for (var start = span.Start; start < span.End; start += buffer.Length)
            {
                var length = Math.Min(buffer.Length, span.End - start);
                text.CopyTo(start, buffer, 0, length);
                for (var i = 0; i < length; i++)
                {
                    var c = buffer[i];
                    state = c < Alphabet ? next[state * Alphabet + c] : 0;
                    if (ends[state])
                        return true;
                }
            }
            return false;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    static (ushort[] Next, bool[] Ends) Build(string[] words)
    {
        var states = 1 + words.Sum(word => word.Length);
        var next = new ushort[states * Alphabet];
        var ends = new bool[states];
        var count = 1;
        foreach (var word in words)
        {
            var state = 0;
            foreach (var c in word)
                state = next[state * Alphabet + c] is 0 ? next[state * Alphabet + c] = (ushort)count++ : next[state * Alphabet + c];
            ends[state] = true;
        }
        // Breadth first: where a state has no edge for a character, go on as its longest proper suffix would.
        var fallback = new int[states];
        var queue = new Queue<int>();
        for (var c = 0; c < Alphabet; c++)
        {
            if (next[c] != 0)
                queue.Enqueue(next[c]);
        }
        while (queue.Count > 0)
        {
            var state = queue.Dequeue();
            ends[state] |= ends[fallback[state]];
            for (var c = 0; c < Alphabet; c++)
            {
                var target = next[state * Alphabet + c];
                var other = next[fallback[state] * Alphabet + c];
                if (target == 0)
                {
                    next[state * Alphabet + c] = other;
                    continue;
                }
                fallback[target] = other;
                queue.Enqueue(target);
            }
        }
        for (var state = 0; state < states; state++)
        {
            for (var c = 'a'; c <= 'z'; c++)
                next[state * Alphabet + char.ToUpperInvariant(c)] = next[state * Alphabet + c];
        }
        return (next, ends);
    }
}
