namespace PkceAnalyzers.Syntax;

/// <summary>What the words of an identifier say of its value. Whole words only: <c>DecodeChallengeValidation</c> names no code
/// challenge.</summary>
static class Identifier
{
    /// <summary>Words that say how or in what form a value is held, and not what it is.</summary>
    static readonly HashSet<string> Forms =
    [
        "async",
        "string",
        "text",
        "value",
        "str",
        "bytes",
        "param",
        "parameter",
        "argument",
        "field",
        "input",
        "raw",
    ];

    /// <summary>Whether its value is a code verifier: the words <c>code verifier</c> or <c>pkce verifier</c> at its end.</summary>
    public static bool IsCodeVerifier(string name) =>
        Subject(name) is [.., "code" or "pkce", "verifier"] or [.., "codeverifier" or "pkceverifier"];

    /// <summary>Whether its value is a code verifier where the code around it is about PKCE.</summary>
    public static bool IsVerifier(string name) => Subject(name) is [.., "verifier" or "codeverifier" or "pkceverifier"];

    /// <summary>Whether its value is a verifier and nothing is said of what it verifies: <c>verifier</c>, <c>NewVerifier</c>.</summary>
    public static bool IsBareVerifier(string name) =>
        Subject(name)
            is ["verifier"]
                or [
                    "new"
                    or "create"
                    or "generate"
                    or "make"
                    or "build"
                    or "get"
                    or "random"
                    or "current"
                    or "pending"
                    or "stored"
                    or "saved"
                    or "original"
                    or "lazy"
                    or "oauth"
                    or "auth",
                    "verifier",
                ];

    /// <summary>Whether its value is a challenge and nothing is said of what it challenges.</summary>
    public static bool IsBareChallenge(string name) =>
        Subject(name) is ["challenge"] or ["new" or "create" or "generate" or "make" or "build" or "get" or "compute", "challenge"];

    /// <summary>Either of them.</summary>
    public static bool IsCodeOrBareVerifier(string name) => IsCodeVerifier(name) || IsBareVerifier(name);

    /// <summary>Whether its value is a code challenge: the words <c>code challenge</c> or <c>pkce challenge</c> at its end.</summary>
    public static bool IsCodeChallenge(string name) =>
        Subject(name) is [.., "code" or "pkce", "challenge"] or [.., "codechallenge" or "pkcechallenge"];

    /// <summary>Whether its value is a code challenge where the code around it is about PKCE.</summary>
    public static bool IsChallenge(string name) => Subject(name) is [.., "challenge" or "codechallenge" or "pkcechallenge"];

    /// <summary>Whether its value is the name of a transformation: <c>code challenge method</c>.</summary>
    public static bool IsChallengeMethod(string name) =>
        Subject(name)
            is [.., "challenge" or "codechallenge" or "pkce" or "transformation", "method" or "type" or "algorithm"]
                or [.., "codechallengemethod" or "pkcemethod"];

    /// <summary>Whether it is a list of such names.</summary>
    public static bool IsChallengeMethods(string name) =>
        string.Join(" ", Words(name)) is var words
        && (words.Contains("challenge methods") || words.Contains("pkce methods") || words.Contains("challenge method supported"));

    /// <summary>Whether it says that PKCE is demanded.</summary>
    public static bool IsRequirement(string name)
    {
        var words = Words(name).ToList();
        return words.Any(word => word is "pkce" or "proof" or "challenge")
            && words.Any(word =>
                word
                    is "require"
                        or "requires"
                        or "required"
                        or "enforce"
                        or "enforced"
                        or "force"
                        or "need"
                        or "needs"
                        or "must"
                        or "mandatory"
            );
    }

    /// <summary>Whether it can name a verifier or challenge at all: asked before anything else.</summary>
    public static bool MayBeProof(string name) =>
        name.IndexOf("erifier", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("hallenge", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Whether a name begins with whole words: <c>LogError</c> with <c>Log</c>, and <c>Login</c> not.</summary>
    public static bool BeginsWith(string name, string words) =>
        name.StartsWith(words, StringComparison.Ordinal) && (name.Length == words.Length || !char.IsLower(name[words.Length]));

    /// <summary>The words of a name, in lower case.</summary>
    public static IEnumerable<string> Words(string name)
    {
        var start = 0;
        for (var i = 0; i <= name.Length; i++)
        {
            if (
                i < name.Length
                && (
                    char.IsLower(name[i])
                    || char.IsUpper(name[i])
                        && (i == start || i > 0 && char.IsUpper(name[i - 1]) && (i + 1 == name.Length || !char.IsLower(name[i + 1])))
                )
            )
                continue;
            if (i > start)
                yield return name.Substring(start, i - start).ToLowerInvariant();
            start = i < name.Length && char.IsLetter(name[i]) ? i : i + 1;
        }
    }

    static List<string> Subject(string name)
    {
        var words = Words(name).ToList();
        while (words.Count > 1 && Forms.Contains(words[words.Count - 1]))
            words.RemoveAt(words.Count - 1);
        return words;
    }
}
