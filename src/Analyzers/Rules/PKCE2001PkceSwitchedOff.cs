using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Recognition;

namespace PkceAnalyzers.Rules;

/// <summary>A library's PKCE switched off.</summary>
sealed class PKCE2001PkceSwitchedOff : Rule
{
    static readonly DiagnosticDescriptor Finding = Descriptors.Warning("PKCE2001",
        title: "PKCE switched off",
        message: "The client's PKCE is switched off by {0} = {1}, so the authorization code is not bound to this client: write {0} = {2}",
        description: "The library sends code_challenge and code_verifier by itself when the setting is on.",
        cwe: 345, section: "RFC 9700 2.1.1");

    public override DiagnosticDescriptor Descriptor => Finding;

    public override IEnumerable<Diagnostic> Judge(FileModel file)
    {
        foreach (var write in file.Settings)
        {
            if (!Equals(write.Value, write.Setting.Off))
                continue;
            var properties = ImmutableDictionary<string, string?>.Empty.Add(Repair.SettingValue, write.Setting.On).Add(Repair.SettingAt, "0");
            yield return Diagnostic.Create(Finding, write.Assignment.GetLocation(), [write.Assignment.Right.GetLocation()], properties,
                write.Setting.Member, write.Assignment.Right.ToString(), write.Setting.On);
        }
    }
}
