using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using static PkceAnalyzers.Equivalence.Tests.Rewrites.SourceFile;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>How a text is written.</summary>
static class TextRewrites
{
    const string Builder = "global::System.Text.StringBuilder";

    public static IReadOnlyList<Rewrite> All { get; } =
    [
        new("\"\" as string.Empty", file => file.Literals(constant: false).Where(literal => literal.Token.ValueText.Length == 0).Select(literal => Replace(literal, "string.Empty"))),
        new("string.Empty as \"\"", file => file.All<MemberAccessExpressionSyntax>().Where(access => access.ToString() is "string.Empty" or "String.Empty").Select(access => Replace(access, "\"\""))),
        new("literal cut by +", file => Cut(file, constant: true, (one, other) => $"({one} + {other})")),
        new("literal cut by Concat", file => Cut(file, constant: false, (one, other) => $"string.Concat({one}, {other})")),
        new("literal cut by Format", file => Cut(file, constant: false, (one, other) => $"string.Format(\"{{0}}{{1}}\", {one}, {other})")),
        new("literal cut by Join", file => Cut(file, constant: false, (one, other) => $"string.Join(\"\", new[] {{ {one}, {other} }})")),
        new("literal cut by interpolation", file => Cut(file, constant: false, (one, other) => $"$\"{{{one}}}{{{other}}}\"")),
        new("literal cut by StringBuilder", file => Cut(file, constant: false, (one, other) => $"new {Builder}({one}).Append({other}).ToString()")),
        new("literal verbatim", file => Literals(file).Select(literal => Replace(literal, $"@\"{literal.Token.ValueText.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))),
        new("literal raw", file => Literals(file).Where(literal => file.Language >= LanguageVersion.CSharp11 && literal.Token.ValueText is var text && !text.StartsWith('"') && !text.EndsWith('"') && !text.Contains("\"\"\"", StringComparison.Ordinal))
            .Select(literal => Replace(literal, $"\"\"\"{literal.Token.ValueText}\"\"\""))),
        new("literal as local constant", LocalConstants),
        new("literal as constant of the type", file => Members(file, constant: true, (name, text) => $"private const string {name} = {text};")),
        new("literal as static readonly field", file => Members(file, constant: false, (name, text) => $"private static readonly string {name} = {text};")),
        new("literal as static property", file => Members(file, constant: false, (name, text) => $"private static string {name} => {text};")),
        new("literal as property with initializer", file => Members(file, constant: false, (name, text) => $"private static string {name} {{ get; }} = {text};")),
        new("literal as static method", file => Members(file, constant: false, (name, text) => $"private static string {name}() => {text};", "()")),
        new("literal as constant of another class", file => Elsewhere(file, constant: true, (name, text) => $"public const string {name} = {text};")),
        new("literal as readonly field of another class", file => Elsewhere(file, constant: false, (name, text) => $"public static readonly string {name} = {text};")),
        new("literal as property of another class", file => Elsewhere(file, constant: false, (name, text) => $"public static string {name} => {text};")),
        new("literal as resource", Resources),
        new("literal as nameof", file => Names(file).Select(literal => Replace(literal, $"nameof({Declared(file, $"static class {file.NewName("N")} {{ public const int {literal.Token.ValueText} = 0; }}")}.{literal.Token.ValueText})"))),
        new("literal as enum member", file => Names(file).Where(literal => !MustBeConstant(literal)).Select(literal => Replace(literal, $"{Declared(file, $"enum {file.NewName("E")} {{ {literal.Token.ValueText} }}")}.{literal.Token.ValueText}.ToString()"))),
        new("interpolation as sum", file => Interpolations(file, parts => $"({string.Join(" + ", parts.Select(part => part.Text).Prepend("\"\""))})")),
        new("interpolation as Format", file => Interpolations(file, Format)),
        new("interpolation as Concat", file => Interpolations(file, parts => $"string.Concat(new object[] {{ {string.Join(", ", parts.Select(part => part.Text))} }})")),
        new("interpolation by string.Create", file => Interpolations(file, parts => $"string.Create(global::System.Globalization.CultureInfo.InvariantCulture, $\"{string.Concat(parts.Select(Hole))}\")")),
        new("interpolation as StringBuilder", file => Interpolations(file, Build)),
        new("sum as interpolation", file => Sums(file, parts => $"$\"{string.Concat(parts.Select(Hole))}\"")),
        new("sum as Format", file => Sums(file, Format)),
        new("sum as Concat", file => Sums(file, parts => $"string.Concat({string.Join(", ", parts.Select(part => part.Text))})")),
        new("sum as Join", file => Sums(file, parts => $"string.Join(string.Empty, {string.Join(", ", parts.Select(part => part.Text))})")),
        new("sum as StringBuilder", file => Sums(file, Build)),
        new("+= as =", file => file.All<AssignmentExpressionSyntax>().Where(sum => sum.IsKind(SyntaxKind.AddAssignmentExpression) && file.IsString(sum) && sum.Left is IdentifierNameSyntax).Select(sum => Replace(sum, $"{sum.Left} = {sum.Left} + ({sum.Right})"))),
        new("escaped by WebUtility", file => Escapes(file, (call, given) => $"global::System.Net.WebUtility.UrlEncode({given})")),
        new("escaped by HttpUtility", file => Escapes(file, (call, given) => $"global::System.Web.HttpUtility.UrlEncode({given})")),
        new("escaped by Uri", file => Escapes(file, (call, given) => $"global::System.Uri.EscapeDataString({given})")),
        new("escaped by a helper", file => Escapes(file, (call, given) => $"{Declared(file, $"static class {file.NewName("H")} {{ public static string Of(string text) => global::System.Uri.EscapeDataString(text); }}")}.Of({given})")),
    ];

    /// <summary>A part of a text: an expression, and its literal content where it is one.</summary>
    readonly record struct Part(string Text, string? Content);

    static IEnumerable<LiteralExpressionSyntax> Literals(SourceFile file) => file.Literals(constant: true).Where(literal => literal.Token.ValueText.Length > 0);

    static IEnumerable<LiteralExpressionSyntax> Names(SourceFile file) => Literals(file).Where(literal => SyntaxFacts.IsValidIdentifier(literal.Token.ValueText) && SyntaxFacts.GetKeywordKind(literal.Token.ValueText) == SyntaxKind.None);

    /// <summary>Cuts literals where people do: not in the middle of a word.</summary>
    static IEnumerable<TextChange> Cut(SourceFile file, bool constant, Func<string, string, string> join)
    {
        foreach (var literal in file.Literals(constant).Where(literal => literal.Token.ValueText.Length > 0))
        {
            var text = literal.Token.ValueText;
            var at = text.IndexOfAny(['&', '=', '?', ' ', '/', ':', ','], text.Length / 2) + 1;
            if (at == 0)
                at = text.LastIndexOfAny(['&', '=', '?', ' ', '/', ':', ',']) + 1;
            yield return Replace(literal, join(Quote(text[..at]), Quote(text[at..])));
        }
    }

    static IEnumerable<TextChange> LocalConstants(SourceFile file)
    {
        foreach (var literal in Literals(file).Where(literal => !MustBeConstant(literal)))
        {
            if (literal.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax or GlobalStatementSyntax } statement || statement is LocalFunctionStatementSyntax)
                continue;
            var name = file.NewName("text");
            yield return new TextChange(new TextSpan(statement.SpanStart, 0), $"const string {name} = {literal}; ");
            yield return Replace(literal, name);
        }
    }

    static IEnumerable<TextChange> Members(SourceFile file, bool constant, Func<string, string, string> declare, string use = "")
    {
        foreach (var literal in file.Literals(constant).Where(literal => literal.Token.ValueText.Length > 0 && literal.FirstAncestorOrSelf<AttributeSyntax>() is null))
        {
            var name = file.NewName("Text");
            if (Member(literal, declare(name, literal.ToString())) is not { } member)
                continue;
            yield return member;
            yield return Replace(literal, name + use);
        }
    }

    static IEnumerable<TextChange> Elsewhere(SourceFile file, bool constant, Func<string, string, string> declare)
    {
        var declared = new StringBuilder();
        var type = file.NewName("Texts");
        foreach (var literal in file.Literals(constant).Where(literal => literal.Token.ValueText.Length > 0))
        {
            var name = file.NewName("Text");
            declared.Append(declare(name, literal.ToString())).Append('\n');
            yield return Replace(literal, $"global::{type}.{name}");
        }
        if (declared.Length > 0)
            file.AddElsewhere($"static class {type}\n{{\n{declared}}}");
    }

    /// <summary>Properties that look their text up by their name, as those of a resource file do.</summary>
    static IEnumerable<TextChange> Resources(SourceFile file)
    {
        var (properties, texts) = (new StringBuilder(), new StringBuilder());
        var type = file.NewName("Resources");
        foreach (var literal in file.Literals(constant: false).Where(literal => literal.Token.ValueText.Length > 0))
        {
            var name = file.NewName("Text");
            properties.Append($"public static string {name} {{ get {{ return Find(\"{name}\"); }} }}\n");
            texts.Append($"case \"{name}\": return {literal};\n");
            yield return Replace(literal, $"global::{type}.{name}");
        }
        if (texts.Length > 0)
            file.AddElsewhere($"static class {type}\n{{\n{properties}static string Find(string name)\n{{\nswitch (name)\n{{\n{texts}default: return name;\n}}\n}}\n}}");
    }

    /// <summary>The name of a type that is declared elsewhere.</summary>
    static string Declared(SourceFile file, string declaration)
    {
        file.AddElsewhere(declaration);
        return "global::" + declaration.Split(' ').SkipWhile(word => word is "static" or "class" or "enum").First();
    }

    static IEnumerable<TextChange> Interpolations(SourceFile file, Func<IReadOnlyList<Part>, string> write) => file.Outermost<InterpolatedStringExpressionSyntax>(text => !MustBeConstant(text)
            && file.Model.GetTypeInfo(text) is { Type.SpecialType: SpecialType.System_String, ConvertedType: null or { SpecialType: SpecialType.System_String } or { SpecialType: SpecialType.System_Object } }
            && text.Contents.All(content => content is InterpolatedStringTextSyntax or InterpolationSyntax { AlignmentClause: null, FormatClause: null }))
        .Select(text => Replace(text, write([.. text.Contents.Select(Of)])));

    static Part Of(InterpolatedStringContentSyntax content) => content switch
    {
        InterpolationSyntax { Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal } => new Part(literal.ToString(), literal.Token.ValueText),
        InterpolationSyntax hole => new Part($"({hole.Expression})", null),
        InterpolatedStringTextSyntax text => new Part(Quote(Unescaped(text)), Unescaped(text)),
        _ => throw new ArgumentOutOfRangeException(nameof(content)),
    };

    static string Unescaped(InterpolatedStringTextSyntax text) => text.Parent is InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken or (int)SyntaxKind.InterpolatedVerbatimStringStartToken }
        ? text.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) : text.TextToken.ValueText;

    static IEnumerable<TextChange> Sums(SourceFile file, Func<IReadOnlyList<Part>, string> write) =>
        file.Outermost<BinaryExpressionSyntax>(sum => sum.IsKind(SyntaxKind.AddExpression) && file.IsString(sum) && !MustBeConstant(sum)).Select(sum => Replace(sum, write([.. Operands(sum, file)])));

    static IEnumerable<Part> Operands(ExpressionSyntax sum, SourceFile file) => sum switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } inner when file.IsString(inner) && file.Model.GetConstantValue(inner) is { HasValue: false } => [.. Operands(inner.Left, file), .. Operands(inner.Right, file)],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal => [new Part(literal.ToString(), literal.Token.ValueText)],
        _ => [new Part($"({sum})", null)],
    };

    static string Format(IReadOnlyList<Part> parts)
    {
        var holes = parts.Where(part => part.Content is null).ToList();
        var format = string.Concat(parts.Select(part => part.Content is { } text ? text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : $"{{{holes.IndexOf(part)}}}"));
        return $"string.Format({string.Join(", ", holes.Select(hole => hole.Text).Prepend(Quote(format)))})";
    }

    static string Build(IReadOnlyList<Part> parts) => $"new {Builder}(){string.Concat(parts.Select(part => $".Append({part.Text})"))}.ToString()";

    static string Hole(Part part) => part.Content is { } text ? Quote(text)[1..^1].Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal) : $"{{{part.Text}}}";

    static IEnumerable<TextChange> Escapes(SourceFile file, Func<InvocationExpressionSyntax, string, string> write) => file.Outermost<InvocationExpressionSyntax>(call => call.ArgumentList.Arguments.Count == 1
            && file.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "EscapeDataString" or "UrlEncode", DeclaringSyntaxReferences.IsEmpty: true } method && method.Parameters is [{ Type.SpecialType: SpecialType.System_String }])
        .Select(call => (Call: call, Text: write(call, call.ArgumentList.Arguments[0].Expression.ToString()))).Where(pair => pair.Text != pair.Call.ToString() && "global::System." + pair.Call != pair.Text)
        .Select(pair => Replace(pair.Call, pair.Text));
}
