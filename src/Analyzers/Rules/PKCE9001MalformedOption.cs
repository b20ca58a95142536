using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Settings;
using PkceAnalyzers.Settings.Files;

namespace PkceAnalyzers.Rules;

/// <summary>An option of ours that cannot be understood, or a marker of ours without the reason that it needs.</summary>
sealed class PKCE9001MalformedOption : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning(
        "PKCE9001",
        title: "Option or marker without effect",
        message: "{0}: write {1}",
        description: "An option or marker that is ignored leaves requests judged, or not judged, against the intention of whoever "
            + "wrote it.",
        cwe: 1188,
        section: "docs/options.md"
    );

    const string Reason = "why the request goes without PKCE, and what protects the code instead";

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Judgement> Judge(FileModel file)
    {
        foreach (var marker in file.Markers.In(file.Model.SyntaxTree).Where(marker => marker.Reason is null))
            yield return new Judgement(Finding, marker.Place, $"{marker.Form} has no reason, so it silences nothing", Reason);
        // Once in a compilation, and not by whichever file comes first today: the options of its first file.
        if (file.Model.Compilation.SyntaxTrees.First() != file.Model.SyntaxTree)
            yield break;
        foreach (var option in file.Options.Malformed)
            yield return Create(Location.Create(file.Model.SyntaxTree, new TextSpan(0, 0)), option);
    }

    public override IEnumerable<Judgement> Judge(AdditionalOptions options) =>
        options.Malformed.Select(option => Create(options.Place, option));

    public override IEnumerable<Judgement> Judge(SettingsFile file) =>
        file.Unreasoned.Select(place => new Judgement(
            Finding,
            place,
            "The comment pkce: disable has no reason, so it silences nothing",
            Reason
        ));

    static Judgement Create(Location place, MalformedOption option) =>
        new Judgement(Finding, place, $"The option {option.Key} has the entry '{option.Entry}', which is ignored", Expected(option.Key));

    /// <summary>What can be written there.</summary>
    static string Expected(string key) =>
        key switch
        {
            PkceOptions.ExcludedHostsKey => "a host name such as login.example.com",
            PkceOptions.TrustedMethodsKey => "the documentation id of a method such as M:Company.Login.AddProof(System.String)",
            PkceOptions.RequestBuildersKey => "the documentation id of a method such as M:Company.Query.With(System.String,System.String)",
            PkceOptions.ExcludedFilesKey => "the end of a path such as seed/*.json",
            PkceOptions.BaselineKey => "a file that pkce baseline has written (version 1)",
            _ => throw new ArgumentOutOfRangeException(nameof(key)),
        };
}
