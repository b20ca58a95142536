using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>A property or field of a request's type, and where it tells its name on the wire: the pattern for further members.</summary>
sealed class MemberPattern
{
    readonly SourceFile _file;
    readonly MemberDeclarationSyntax _declaration;
    readonly TextSpan _name;

    MemberPattern(SourceFile file, MemberDeclarationSyntax declaration, TextSpan name)
    {
        _file = file;
        _declaration = declaration;
        _name = name;
    }

    SyntaxToken Identifier => _declaration is PropertyDeclarationSyntax property ? property.Identifier : ((FieldDeclarationSyntax)_declaration).Declaration.Variables[0].Identifier;

    public static async Task<MemberPattern?> ReadAsync(SourceFiles files, Diagnostic diagnostic, int at, CancellationToken cancellationToken)
    {
        if (diagnostic.LocationAt(at) is not { } place || diagnostic.LocationAt(at + 1) is not { } name || await files.FindAsync(place, cancellationToken).ConfigureAwait(false) is not { } file || place.SourceSpan.End > file.Text.Length)
            return null;
        return file.Root.FindNode(place.SourceSpan) is PropertyDeclarationSyntax or FieldDeclarationSyntax
            && file.Root.FindNode(place.SourceSpan) is MemberDeclarationSyntax { ContainsDiagnostics: false } declaration && declaration.Span.Contains(name.SourceSpan)
            ? new MemberPattern(file, declaration, name.SourceSpan) : null;
    }

    /// <summary>What a member for <paramref name="parameter"/> is called, as the type's others are; null where the type has one of that name.</summary>
    public string? NameOf(Parameter parameter)
    {
        var words = parameter.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1));
        var pascal = string.Concat(words);
        var name = Identifier.ValueText.Contains('_') || Identifier.Span == _name ? parameter.Name
            : char.IsLower(Identifier.ValueText[0]) ? char.ToLowerInvariant(pascal[0]) + pascal.Substring(1) : pascal;
        var declared = _declaration is FieldDeclarationSyntax field ? field.Declaration.Variables[0] : (SyntaxNode)_declaration;
        return _file.Model.GetDeclaredSymbol(declared)?.ContainingType.GetMembers(name).IsEmpty == true ? name : null;
    }

    /// <summary>Declares the member behind the pattern.</summary>
    public void Declare(SolutionEdits edits, Parameter parameter, string name)
    {
        var line = _file.NewLine + _file.IndentAt(_declaration.SpanStart);
        var gap = _declaration.GetLeadingTrivia() is [var first, ..] && first.IsKind(SyntaxKind.EndOfLineTrivia) ? _file.NewLine : "";
        var isDocumented = _declaration.GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));
        var document = isDocumented ? $"{line}/// <summary>{ParameterNames.Document(parameter.Name)}</summary>" : "";
        edits.In(_file).InsertOnce(SourceFile.EndWithComments(_declaration.GetLastToken()), gap + document + line + Copy(parameter, name), Layer.Following);
    }

    /// <summary>What else attributes say (required, an order, a key, a converter) is of the pattern alone; those without arguments stay, but for what
    /// demands a value.</summary>
    TextChange Renamed(AttributeListSyntax list, string name)
    {
        var kept = list.Attributes.Where(attribute => attribute.Span.Contains(_name) || attribute.ArgumentList is null && !attribute.Name.ToString().Contains("Required")).ToList();
        return kept.Count == 0 ? Cut(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart) : new TextChange(list.Attributes.Span, string.Join(", ", kept.Select(Write)));

        string Write(AttributeSyntax attribute)
        {
            if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.Span.Contains(_name)) is not { } argument)
                return attribute.ToString();
            var written = argument.ToString().Remove(_name.Start - argument.SpanStart, _name.Length).Insert(_name.Start - argument.SpanStart, $"\"{name}\"");
            return $"{attribute.Name}({written})";
        }
    }

    static TextChange Cut(int start, int end) => new(TextSpan.FromBounds(start, end), "");

    string Copy(Parameter parameter, string name)
    {
        var cuts = new List<TextChange> { new(Identifier.Span, name) };
        cuts.AddRange(_declaration.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.RequiredKeyword)).Select(modifier => Cut(modifier.SpanStart, modifier.GetNextToken().SpanStart)));
        cuts.AddRange(_declaration.AttributeLists.Select(list => Renamed(list, parameter.Name)));
        var (type, initializer) = _declaration is PropertyDeclarationSyntax property
            ? (property.Type, property.Initializer is { } value ? TextSpan.FromBounds(property.AccessorList!.Span.End, property.SemicolonToken.Span.End) : default)
            : (((FieldDeclarationSyntax)_declaration).Declaration.Type, ((FieldDeclarationSyntax)_declaration).Declaration.Variables[0].Initializer is { } start ? TextSpan.FromBounds(Identifier.Span.End, start.Span.End) : default);
        if (!initializer.IsEmpty)
            cuts.Add(new TextChange(initializer, ""));
        // Requests without the proof key leave it unset.
        if (_file.AllowsNullable(type.SpanStart) && type is not NullableTypeSyntax)
            cuts.Add(new TextChange(new TextSpan(type.Span.End, 0), "?"));
        var span = _declaration.Span;
        return cuts.OrderByDescending(cut => cut.Span.Start).Aggregate(_file.Text.ToString(span), (code, cut) =>
            code.Remove(cut.Span.Start - span.Start, cut.Span.Length).Insert(cut.Span.Start - span.Start, cut.NewText ?? ""));
    }
}
