using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Libraries;

/// <summary>A method call, or an object, of a library that is an authorization request or a token request.</summary>
/// <param name="Library">The library's name in <c>docs/libraries.md</c>.</param>
/// <param name="Name">The method; for an object the type's simple name.</param>
/// <param name="Owners">Full names of the types that declare the method; of the type itself.</param>
/// <param name="IsToken">Whether it is the token request.</param>
sealed record RequestApi(string Library, string Name, string[] Owners, bool IsToken)
{
    public bool IsObject { get; init; }

    /// <summary>Whether the method is static, and so called on its type's name.</summary>
    public bool IsStatic { get; init; }

    /// <summary>What the arguments are on the wire, in their order; an empty name is of no interest.</summary>
    public string[] Arguments { get; init; } = [];

    /// <summary>What named arguments, members of an initializer and assigned properties are on the wire.</summary>
    public (string Name, string Parameter)[] Named { get; init; } = [];

    /// <summary>Methods called further on in the chain that add the proof key, given a value.</summary>
    public string[] ProofCalls { get; init; } = [];

    /// <summary>The members of the object, or the named arguments of the call, that take the proof key: the verifier, or the challenge and
    /// its method where the library does not name that itself. Empty where the library has other ways.</summary>
    public string[] Proof { get; init; } = [];

    /// <summary>The method that is called further on in the chain with a parameter's name and value.</summary>
    public string? ParameterCall { get; init; }

    /// <summary>The method that is called further on in the chain with the response type.</summary>
    public string? ResponseTypeCall { get; init; }

    /// <summary>Methods called further on in the chain with a set of parameters, which may hold the proof key.</summary>
    public string[] ExtraCalls { get; init; } = [];

    /// <summary>The members of the object, or the named arguments of the call, that take such a set.</summary>
    public string[] ExtraMembers { get; init; } = [];

    /// <summary>The type beside the object's own that is the same request and has the members of <see cref="Proof"/>; null where the object
    /// has them.</summary>
    public string? ProofType { get; init; }

    /// <summary>Whether the call gives the whole URL as text, to which further parameters can be added.</summary>
    public bool GivesUrl { get; init; }

    /// <summary>Whether the request asks for a code only where it says so: by its response type, as a constant or an enum's
    /// member.</summary>
    public bool TellsResponseType { get; init; }

    /// <summary>Fewest arguments of the overload that is meant.</summary>
    public int Least { get; init; }

    /// <summary>Whether the first argument is a text: an overload takes an object that is a request by itself.</summary>
    public bool FirstIsText { get; init; }

    /// <summary>Whether the library names the transformation itself where there is a challenge.</summary>
    public bool NamesMethod { get; init; }

    /// <summary>Whether a method that returns the object hands it to a library that may add the proof key.</summary>
    public bool IsCompletedElsewhere { get; init; }

    /// <summary>The names that most libraries give to the parameters.</summary>
    public static readonly (string, string)[] UsualNames =
    [
        ("CodeChallenge", WireNames.CodeChallenge),
        ("CodeChallengeMethod", WireNames.CodeChallengeMethod),
        ("CodeVerifier", WireNames.CodeVerifier),
        ("Scope", WireNames.Scope),
        ("State", WireNames.StateParameter),
        ("Code", WireNames.Code),
        ("RedirectUri", WireNames.RedirectUri),
        ("ClientId", WireNames.ClientId),
        ("ClientSecret", WireNames.ClientSecret),
        ("ResponseType", WireNames.ResponseType),
    ];
}
