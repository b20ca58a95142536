using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;

namespace PkceAnalyzers.CodeFixes.ProofKeys;

/// <summary>The class that is written into a file where the Runtime is not referenced: file-local from C# 11 on, nested
/// in the class that makes the request before.</summary>
static class ProofKeyHelper
{
    const string CreateVerifier = "CreateCodeVerifier";
    const string CreateChallenge = "CreateCodeChallenge";

    /// <summary>What it may be called: the first name that means nothing else.</summary>
    public static readonly string[] Names = ["ProofKey", "PkceProofKey", "ProofKeyForCodeExchange"];

    /// <summary>The name of the helper that can be called at <paramref name="position"/>, one that is there already or
    /// one that is added to <paramref name="edits"/>.</summary>
    public static string NameAt(SourceFile file, int position, SolutionEdits edits, SolutionEdits planned)
    {
        var visible = Names.Select(name => (Name: name, Symbols: file.Model.LookupSymbols(position, name: name))).ToList();
        if (visible.Find(one => one.Symbols.Any(IsHelper)).Name is { } present)
            return present;
        edits.WritesHelper = true;
        return file.Home == HelperHome.Project
            ? ProjectHelper.NameAt(file, position, edits)
            : Add(file, position, visible.Find(one => one.Symbols.IsEmpty).Name ?? Names.Last(), edits, planned);
    }

    public static bool IsHelper(ISymbol symbol) =>
        symbol is INamedTypeSymbol type && type.GetMembers(CreateVerifier).Any() && type.GetMembers(CreateChallenge).Any();

    static string Add(SourceFile file, int position, string name, SolutionEdits edits, SolutionEdits planned)
    {
        var owner = file.LanguageVersion >= LanguageVersion.CSharp11
            ? null
            : file.Root.FindToken(position).Parent?.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().LastOrDefault();
        if (owner is null)
            AddToFile(edits.In(file), name);
        else if (planned.TryClaim(file.Model.GetDeclaredSymbol(owner)?.ToDisplayString() ?? "", name, file.Key))
            AddToType(edits.In(file), owner, name);
        return name;
    }

    static void AddToFile(DocumentEdits edits, string name)
    {
        var file = edits.File;
        var space = file.Root.Members.Count == 1 ? file.Root.Members[0] as NamespaceDeclarationSyntax : null;
        var last = space is null ? file.Root.Members.Last() : space.Members.Last();
        var modifiers = file.LanguageVersion >= LanguageVersion.CSharp11 ? "file static" : "static";
        Write(edits, last, space is null ? "" : file.IndentAt(last.SpanStart), modifiers, name);
    }

    static void AddToType(DocumentEdits edits, TypeDeclarationSyntax owner, string name)
    {
        var last = owner.Members.Last();
        Write(edits, last, edits.File.IndentAt(last.SpanStart), "private static", name);
    }

    static void Write(DocumentEdits edits, SyntaxNode last, string indent, string modifiers, string name)
    {
        var file = edits.File;
        var system = file.Model.LookupNamespacesAndTypes(last.SpanStart, name: "System");
        var isSystem = system.All(symbol => symbol is INamespaceSymbol { ContainingNamespace.IsGlobalNamespace: true });
        var lines = Source(isSystem ? "System" : "global::System", modifiers, name).Split('\n')
            .Select(line => line.TrimEnd('\r').Replace("    ", file.IndentUnit))
            .Select(line => line.Length == 0 ? "" : indent + line);
        var text = string.Concat(lines.Select(line => file.NewLine + line));
        edits.InsertOnce(SourceFile.EndWithComments(last.GetLastToken()), file.NewLine + text, Layer.Following);
    }

    /// <summary>Only what every framework has since netstandard2.0 and .NET Framework 4, and no using directive.</summary>
    public static string Source(string system, string modifiers, string name) =>
        $$"""
            /// <summary>PKCE (RFC 7636): binds an authorization code to the client that asked for it.</summary>
            {{modifiers}} class {{name}}
            {
                /// <summary>32 random octets, 43 characters (RFC 7636, section 4.1); one for each authorization request.</summary>
                public static string {{CreateVerifier}}()
                {
                    var octets = new byte[32];
                    using (var random = {{system}}.Security.Cryptography.RandomNumberGenerator.Create())
                    {
                        random.GetBytes(octets);
                    }
                    return Base64Url(octets);
                }

                /// <summary>S256: BASE64URL-ENCODE(SHA256(ASCII(code_verifier))) (RFC 7636, section 4.2).</summary>
                public static string {{CreateChallenge}}(string codeVerifier)
                {
                    using (var sha256 = {{system}}.Security.Cryptography.SHA256.Create())
                    {
                        return Base64Url(sha256.ComputeHash({{system}}.Text.Encoding.ASCII.GetBytes(codeVerifier)));
                    }
                }

                private static string Base64Url(byte[] octets)
                {
                    return {{system}}.Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                }
            }
            """;
}
