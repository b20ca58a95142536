using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers;

/// <summary>
/// Knows a finding again after its lines have moved: a digest of the rule, the member that it lies in and its own code without white space.
/// The file is not part of it. Written into baselines: it must not change.
/// </summary>
static class Fingerprint
{
    const int Octets = 16;

    /// <summary>32 hexadecimal digits.</summary>
    /// <param name="diagnostic">What an analyzer reported.</param>
    /// <param name="additional">The text of the settings or Razor file that it lies in; null for code.</param>
    public static string Of(Diagnostic diagnostic, SourceText? additional)
    {
        var member = diagnostic.Location.SourceTree is { } tree ? MemberAt(tree, diagnostic.Location) : "";
        var code = CodeAt(diagnostic.Location.SourceTree?.GetText() ?? additional, diagnostic.Location.SourceSpan);
        using var sha256 = SHA256.Create();
        var digest = sha256.ComputeHash(Encoding.UTF8.GetBytes(string.Join("\n", diagnostic.Id, member, code)));
        return string.Concat(digest.Take(Octets).Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>The names of the declarations around a place, outermost first, methods with the types of their parameters.</summary>
    static string MemberAt(SyntaxTree tree, Location location) =>
        string.Join(".", tree.GetRoot().FindNode(location.SourceSpan).AncestorsAndSelf().Select(Declared).OfType<string>().Reverse());

    static string? Declared(SyntaxNode node) =>
        node switch
        {
            BaseNamespaceDeclarationSyntax name => name.Name.ToString(),
            BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
            MethodDeclarationSyntax method => method.Identifier.ValueText + Types(method.ParameterList),
            BaseMethodDeclarationSyntax method => method.Kind() + Types(method.ParameterList),
            LocalFunctionStatementSyntax function => function.Identifier.ValueText + Types(function.ParameterList),
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } field => field.Identifier.ValueText,
            _ => null,
        };

    static string Types(ParameterListSyntax parameters) =>
        $"({string.Join(",", parameters.Parameters.Select(parameter => WithoutSpace(parameter.Type?.ToString())))})";

    static string CodeAt(SourceText? text, TextSpan span) =>
        text is not null && span.End <= text.Length ? WithoutSpace(text.ToString(span)) : "";

    static string WithoutSpace(string? text) => string.Concat((text ?? "").Where(c => !char.IsWhiteSpace(c)));
}
