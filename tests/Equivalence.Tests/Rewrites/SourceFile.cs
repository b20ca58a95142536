using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>A file that is rewritten, and what the rewrites ask of it.</summary>
sealed class SourceFile
{
    readonly List<string> _elsewhere;
    int _names;

    SourceFile(SyntaxNode root, SemanticModel model, SourceText text, List<string> elsewhere) => (Root, Model, Text, _elsewhere) = (root, model, text, elsewhere);

    public SyntaxNode Root { get; }

    public SemanticModel Model { get; }

    public SourceText Text { get; }

    public LanguageVersion Language => ((CSharpParseOptions)Root.SyntaxTree.Options).LanguageVersion;

    public static async Task<SourceFile> OfAsync(Document document, List<string> elsewhere, CancellationToken cancellation)
    {
        var root = (await document.GetSyntaxRootAsync(cancellation))!;
        var model = (await document.GetSemanticModelAsync(cancellation))!;
        return new SourceFile(root, model, await document.GetTextAsync(cancellation), elsewhere);
    }

    public IEnumerable<T> All<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    /// <summary>The outermost nodes of a kind that fulfil a condition.</summary>
    public IEnumerable<T> Outermost<T>(Func<T, bool> wanted)
        where T : SyntaxNode => All<T>().Where(node => wanted(node) && !node.Ancestors().OfType<T>().Any(wanted));

    /// <summary>A name that the program does not use.</summary>
    public string NewName(string prefix)
    {
        string name;
        do
            name = $"{prefix}{++_names}";
        while (Text.ToString().Contains(name, StringComparison.Ordinal));
        return name;
    }

    /// <summary>Declares a type in another file of the project.</summary>
    public void AddElsewhere(string declaration) => _elsewhere.Add(declaration);

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression).Type;

    public bool IsString(ExpressionSyntax expression) => TypeOf(expression)?.SpecialType == SpecialType.System_String;

    /// <summary>A type as any place of the program can name it; null where none can.</summary>
    public static string? NameOf(ITypeSymbol? type) => type is null or IErrorTypeSymbol || type.IsAnonymousType || type.SpecialType == SpecialType.System_Void
        || type.TypeKind is TypeKind.TypeParameter or TypeKind.Pointer || type.IsRefLikeType ? null : type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    /// <summary>Literals of text that may be replaced by any expression, or by any constant.</summary>
    public IEnumerable<LiteralExpressionSyntax> Literals(bool constant) => All<LiteralExpressionSyntax>()
        .Where(literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && (constant || !MustBeConstant(literal)) && literal.Token.ValueText.All(c => c is >= ' ' and < '\u007f'));

    public static bool MustBeConstant(SyntaxNode node) => node.Ancestors().Any(outer => outer is AttributeSyntax or CaseSwitchLabelSyntax or PatternSyntax or ParameterSyntax or EnumMemberDeclarationSyntax or GotoStatementSyntax
        || outer is FieldDeclarationSyntax { Modifiers: var fields } && fields.Any(SyntaxKind.ConstKeyword) || outer is LocalDeclarationStatementSyntax { IsConst: true });

    /// <summary>A member at the start of the type that holds a place: static initializers run in the order of the text.</summary>
    public static TextChange? Member(SyntaxNode place, string declaration) =>
        place.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() is { OpenBraceToken: { RawKind: not 0, IsMissing: false } brace } and not InterfaceDeclarationSyntax
            ? new TextChange(new TextSpan(brace.Span.End, 0), $" {declaration} ") : null;

    /// <summary>A using directive, where the file has none of that name.</summary>
    public IEnumerable<TextChange> Using(string name) => Root is CompilationUnitSyntax unit && !unit.Usings.Any(directive => directive.Name?.ToString() == name)
        ? [new TextChange(new TextSpan(unit.Usings.FirstOrDefault(directive => directive.GlobalKeyword.RawKind == 0)?.SpanStart ?? unit.Usings.FullSpan.End, 0), $"using {name};\n")] : [];

    public static TextChange Replace(SyntaxNode node, string text) => new(node.Span, text);

    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
