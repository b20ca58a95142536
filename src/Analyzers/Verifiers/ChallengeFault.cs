namespace PkceAnalyzers.Verifiers;

/// <summary>What makes a code challenge another text than BASE64URL(SHA256(ASCII(code_verifier))).</summary>
/// <param name="Detail">The digest or encoding that is used instead; empty for other kinds.</param>
sealed record ChallengeFault(ChallengeFaultKind Kind, string Detail = "")
{
    public static readonly ChallengeFault NotHashed = new(ChallengeFaultKind.NotHashed);
    public static readonly ChallengeFault HashedTwice = new(ChallengeFaultKind.HashedTwice);
    public static readonly ChallengeFault OfDecodedVerifier = new(ChallengeFaultKind.OfDecodedVerifier);
    public static readonly ChallengeFault OfOctets = new(ChallengeFaultKind.OfOctets);
    public static readonly ChallengeFault EncodedTwice = new(ChallengeFaultKind.EncodedTwice);
    public static readonly ChallengeFault Hexadecimal = new(ChallengeFaultKind.Hexadecimal);
    public static readonly ChallengeFault ReadAsText = new(ChallengeFaultKind.ReadAsText);
    public static readonly ChallengeFault OneCase = new(ChallengeFaultKind.OneCase);
    public static readonly ChallengeFault PaddedBase64 = new(ChallengeFaultKind.PaddedBase64);
    public static readonly ChallengeFault Padded = new(ChallengeFaultKind.Padded);
    public static readonly ChallengeFault Base64 = new(ChallengeFaultKind.Base64);
    public static readonly ChallengeFault Other = new(ChallengeFaultKind.Other);
}
