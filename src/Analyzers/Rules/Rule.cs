using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests.Razor;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>What is wrong: a descriptor, and a judgement of the models that recognition makes.</summary>
abstract class Rule
{
    public abstract DiagnosticDescriptor Descriptor { get; }

    /// <summary>The findings in one file. Judges models, never syntax.</summary>
    public abstract IEnumerable<Judgement> Judge(FileModel file);

    /// <summary>The findings in one settings file, such as <c>appsettings.json</c>.</summary>
    public virtual IEnumerable<Judgement> Judge(SettingsFile file) => [];

    /// <summary>The findings in the markup of one Razor file.</summary>
    public virtual IEnumerable<Judgement> Judge(RazorFile file) => [];

    /// <summary>The findings about the options of an additional file.</summary>
    public virtual IEnumerable<Judgement> Judge(AdditionalOptions options) => [];

    /// <summary>All rules, by id.</summary>
    public static readonly Rule[] All =
    [
        new PKCE1001MissingChallenge(),
        new PKCE1002WeakChallengeMethod(),
        new PKCE1003ConditionalProof(),
        new PKCE1004MissingVerifier(),
        new PKCE1005FrontChannelToken(),
        new PKCE2001PkceSwitchedOff(),
        new PKCE2002PkceOffByDefault(),
        new PKCE2003PkceWithoutEffect(),
        new PKCE2004PkceUnsupported(),
        new PKCE3001PredictableVerifier(),
        new PKCE3002ConstantVerifier(),
        new PKCE3003SharedVerifier(),
        new PKCE3004MalformedVerifier(),
        new PKCE3005LowEntropyVerifier(),
        new PKCE3006WrongChallenge(),
        new PKCE3007DisclosedVerifier(),
        new PKCE3008LostVerifier(),
        new PKCE4001PkceNotRequired(),
        new PKCE4002PlainAccepted(),
        new PKCE4003VariableTimeComparison(),
        new PKCE4004SkippedVerification(),
        new PKCE9001MalformedOption(),
    ];
}
