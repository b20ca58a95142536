namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>The code that makes a proof key at one place, and that takes the parameters out of what it made.</summary>
interface IProofKeyCode
{
    /// <summary>The expression that makes what is kept from the authorization request to the token request; null where only a statement
    /// does.</summary>
    string? Create { get; }

    /// <summary>The statement that makes it and declares a local that holds it.</summary>
    string Declare(string local);

    /// <summary>The statement that makes it and puts it into a field.</summary>
    string Assign(string field);

    /// <summary>The type of what <see cref="Create"/> makes.</summary>
    string Type { get; }

    /// <summary>What a local that holds it is called.</summary>
    string LocalName { get; }

    /// <summary>What a local is called that holds a field's value where the field has that name.</summary>
    string PendingName { get; }

    /// <summary>What the authorization request gets from the proof key that <paramref name="holder"/> holds;
    /// <paramref name="first"/> is the expression that is evaluated first.</summary>
    IReadOnlyList<AddedParameter> AuthorizationParameters(string holder, string? first = null);

    /// <summary>What the token request gets from the proof key that <paramref name="holder"/> holds.</summary>
    IReadOnlyList<AddedParameter> TokenParameters(string holder);

    /// <summary>The code verifier of the proof key that <paramref name="holder"/> holds.</summary>
    string VerifierOf(string holder);
}
