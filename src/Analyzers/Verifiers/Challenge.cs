using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.Verifiers;

/// <summary>A code challenge, by what the program does to the verifier.</summary>
/// <param name="Sample">What it looks like, and how it came about.</param>
/// <param name="Place">The expression that is sent or named so, or the method that gives it.</param>
/// <param name="IsSent">Whether it is one because of where it goes; otherwise its name alone says so.</param>
sealed record Challenge(SampledValue Sample, SyntaxNode Place, bool IsSent)
{
    /// <summary>What makes it another text than BASE64URL(SHA256(ASCII(code_verifier))); null where it is that text, or where the
    /// code is about something else.</summary>
    public ChallengeFault? Fault
    {
        get
        {
            if (!Sample.IsText || Sample.IsS256 || Sample.Bits == 0 || Hides(Sample.Given))
                return null;
            if (Sample.Past.FirstOrDefault(stage => stage.IsDigest) is not { } digest)
                return Sample.Given is null && IsSent ? ChallengeFault.NotHashed : null;
            var before = Sample.Past.TakeWhile(stage => stage != digest).ToList();
            var after = Sample.Past.Skip(before.Count + 1).ToList();
            // A keyed digest under that name may be about something else.
            if (digest.Kind == StageKind.KeyedDigest && !IsSent)
                return null;
            if (!digest.IsSha256)
                return new ChallengeFault(ChallengeFaultKind.OtherDigest, digest.Algorithm);
            if (after.Exists(stage => stage.Kind == StageKind.Digest))
                return ChallengeFault.HashedTwice;
            if (before.Find(stage => stage.Kind == StageKind.WideEncoding) is { } encoding)
                return new ChallengeFault(ChallengeFaultKind.OtherEncoding, encoding.Algorithm);
            if (before.Exists(stage => stage.Kind == StageKind.Base64Decoding))
                return ChallengeFault.OfDecodedVerifier;
            if (!before.Exists(stage => stage.Before[0] is string))
                return Sample.Given is null ? ChallengeFault.OfOctets : WrongForm(after);
            return WrongForm(after);
        }
    }

    /// <summary>Whether it is shown at the method that gives it.</summary>
    public bool IsDeclared => Place is not ExpressionSyntax;

    /// <summary>Whether it is the verifier's SHA-256 in lower-case hexadecimal digits, which a provider may ask for.</summary>
    public bool IsHex =>
        Sample.IsText
        && Sample.Past.Any(stage => stage.IsSha256)
        && Sample.Specimens.OfType<string>().All(text => text.Length == 64 && text.All(c => c is >= '0' and <= '9' or >= 'a' and <= 'f'));

    /// <summary>The expression of the verifier, where the place makes the whole transformation of it; null where it does not.</summary>
    public SyntaxNode? Verifier =>
        Sample.Given is IdentifierNameSyntax or MemberAccessExpressionSyntax
        && Place.SyntaxTree == Sample.Given.SyntaxTree
        && Place.Span.Contains(Sample.Given.Span)
        && Sample.Past[0].Before[0] is string
        && (
            Place is ExpressionSyntax
            || Place is MethodDeclarationSyntax method
                && method.ParameterList.Parameters.Any(parameter => parameter.Identifier.ValueText == Sample.Given.ToString())
        )
            ? Sample.Given
            : null;

    ChallengeFault? WrongForm(List<Stage> after)
    {
        var text = string.Concat(Sample.Specimens.OfType<string>());
        if (after.Count(stage => stage.Kind == StageKind.Base64) > 1)
            return ChallengeFault.EncodedTwice;
        if (after.Exists(stage => stage.Kind == StageKind.Hexadecimal))
            return ChallengeFault.Hexadecimal;
        if (after.Exists(stage => stage.Kind == StageKind.Decoding))
            return ChallengeFault.ReadAsText;
        if (after.Exists(stage => stage.Kind == StageKind.LetterCase))
            return ChallengeFault.OneCase;
        if (text.Contains('=') || text.Contains('%'))
            return text.Contains('+') || text.Contains('/') ? ChallengeFault.PaddedBase64 : ChallengeFault.Padded;
        if (text.Contains('+') || text.Contains('/'))
            return ChallengeFault.Base64;
        // Octets that a caller gives may be the text's: then only the form could be judged.
        return
            !Sample.Past.Any(stage => stage.Before[0] is string)
            || Sample.Specimens.OfType<string>().All(specimen => specimen.Length == 43)
                && Sample.Given is not null
                && Sample.Past[0].Before[0] is byte[]
            ? null
            : ChallengeFault.Other;
    }

    // A server may keep a hash of the challenge that it was sent.
    static bool Hides(SyntaxNode? given) =>
        given is not null
        && given.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => Identifier.IsChallenge(name.Identifier.ValueText));
}
