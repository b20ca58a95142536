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

    /// <summary>What declares the name: a property itself, or the one variable of a field.</summary>
    SyntaxNode Declared => _declaration is FieldDeclarationSyntax { Declaration.Variables: [var variable] } ? variable : _declaration;

    SyntaxToken Identifier =>
        Declared is VariableDeclaratorSyntax variable ? variable.Identifier : ((PropertyDeclarationSyntax)Declared).Identifier;

    /// <summary>Null where the member's file cannot be edited.</summary>
    public static async Task<MemberPattern?> OfAsync(
        SourceFiles files,
        SyntaxNode declaration,
        TextSpan name,
        CancellationToken cancellationToken
    ) =>
        declaration is PropertyDeclarationSyntax or FieldDeclarationSyntax
        && await files.FindCompleteAsync(declaration, cancellationToken).ConfigureAwait(false) is { } file
            ? new MemberPattern(file, (MemberDeclarationSyntax)declaration, name)
            : null;

    /// <summary>What a member for <paramref name="parameter"/> is called, as the type's others are; null where the name is taken.</summary>
    public string? NameOf(AddedParameter parameter)
    {
        var words = parameter.Name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1));
        var pascal = string.Concat(words);
        var name =
            Identifier.ValueText.Contains('_') || Identifier.Span == _name ? parameter.Name
            : char.IsLower(Identifier.ValueText[0]) ? char.ToLowerInvariant(pascal[0]) + pascal.Substring(1)
            : pascal;
        return _file.Model.GetDeclaredSymbol(Declared)?.ContainingType is { } type && !IsTaken(name, type) ? name : null;
    }

    /// <summary>Whether the type, what it derives from or what derives from it has a member of that name.</summary>
    bool IsTaken(string name, INamedTypeSymbol type) =>
        BasesOf(type).Any(current => !current.GetMembers(name).IsEmpty)
        || _file
            .Model.Compilation.GetSymbolsWithName(name, SymbolFilter.Member)
            .Any(member => BasesOf(member.ContainingType).Contains(type, SymbolEqualityComparer.Default));

    static IEnumerable<INamedTypeSymbol> BasesOf(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    /// <summary>Declares the member behind the pattern.</summary>
    public void Declare(SolutionEdits edits, AddedParameter parameter, string name)
    {
        var line = _file.NewLine + _file.IndentAt(_declaration.SpanStart);
        var gap = _declaration.GetLeadingTrivia() is [var first, ..] && first.IsKind(SyntaxKind.EndOfLineTrivia) ? _file.NewLine : "";
        var isDocumented = _declaration.GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));
        var document = isDocumented ? $"{line}/// <summary>{ProofKeyParameters.Document(parameter.Name)}</summary>" : "";
        edits
            .In(_file)
            .InsertOnce(
                SourceFile.EndWithComments(_declaration.GetLastToken()),
                gap + document + line + Copy(parameter, name),
                Layer.Following
            );
    }

    /// <summary>What else attributes say (required, an order, a key, a converter) is of the pattern alone; those without arguments stay,
    /// but for what demands a value.</summary>
    TextChange Renamed(AttributeListSyntax list, string name)
    {
        var kept = list
            .Attributes.Where(attribute =>
                attribute.Span.Contains(_name) || attribute.ArgumentList is null && !attribute.Name.ToString().Contains("Required")
            )
            .ToList();
        return kept.Count == 0
            ? Cut(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart)
            : new TextChange(list.Attributes.Span, string.Join(", ", kept.Select(Write)));

        string Write(AttributeSyntax attribute)
        {
            if (attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.Span.Contains(_name)) is not { } argument)
                return attribute.ToString();
            var written = argument
                .ToString()
                .Remove(_name.Start - argument.SpanStart, _name.Length)
                .Insert(_name.Start - argument.SpanStart, $"\"{name}\"");
            return $"{attribute.Name}({written})";
        }
    }

    static TextChange Cut(int start, int end) => new(TextSpan.FromBounds(start, end), "");

    string Copy(AddedParameter parameter, string name)
    {
        var cuts = new List<TextChange> { new(Identifier.Span, name) };
        cuts.AddRange(
            _declaration
                .Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.RequiredKeyword))
                .Select(modifier => Cut(modifier.SpanStart, modifier.GetNextToken().SpanStart))
        );
        cuts.AddRange(_declaration.AttributeLists.Select(list => Renamed(list, parameter.Name)));
        cuts.AddRange(InitializerCut());
        // Requests without the proof key leave it unset.
        var type = _declaration is FieldDeclarationSyntax field ? field.Declaration.Type : ((PropertyDeclarationSyntax)_declaration).Type;
        if (_file.AllowsNullable(type.SpanStart) && type is not NullableTypeSyntax)
            cuts.Add(new TextChange(new TextSpan(type.Span.End, 0), "?"));
        var start = _declaration.SpanStart;
        return _file
            .Text.GetSubText(_declaration.Span)
            .WithChanges(
                cuts.OrderBy(cut => cut.Span.Start)
                    .Select(cut => new TextChange(new TextSpan(cut.Span.Start - start, cut.Span.Length), cut.NewText ?? ""))
            )
            .ToString();
    }

    IEnumerable<TextChange> InitializerCut() =>
        Declared switch
        {
            PropertyDeclarationSyntax { Initializer: not null, AccessorList: { } accessors } property =>
            [
                Cut(accessors.Span.End, property.SemicolonToken.Span.End),
            ],
            VariableDeclaratorSyntax { Initializer: { } initializer } variable => [Cut(variable.Identifier.Span.End, initializer.Span.End)],
            _ => [],
        };
}
