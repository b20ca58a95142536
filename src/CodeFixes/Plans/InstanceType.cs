using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>The class whose instance members make both requests, and the conventions of its fields.</summary>
sealed class InstanceType
{
    readonly INamedTypeSymbol _symbol;
    readonly IReadOnlyList<TypeDeclarationSyntax> _parts;

    InstanceType(INamedTypeSymbol symbol)
    {
        _symbol = symbol;
        _parts = [.. symbol.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax()).OfType<TypeDeclarationSyntax>()];
    }

    /// <summary>Null where the requests are not all made by instance members of one class.</summary>
    public static InstanceType? Of(IEnumerable<InsertionTarget> requests)
    {
        INamedTypeSymbol? type = null;
        foreach (var request in requests)
        {
            if (Declaration(request) is not { } declaration || !IsInstanceCode(request.Place, declaration))
                return null;
            if (request.File.Model.GetDeclaredSymbol(declaration) is not { TypeKind: TypeKind.Class } own)
                return null;
            // Of linked files each project has symbols of its own.
            if (type is not null && type.ToDisplayString() != own.ToDisplayString())
                return null;
            type ??= own;
        }
        return type is null ? null : new InstanceType(type);
    }

    /// <summary>Declares a field in the part of the class that <paramref name="request"/> lies in, and returns the
    /// expression that names it.</summary>
    public string AddField(DocumentEdits edits, InsertionTarget request, IProofKeyCode code, Names names)
    {
        var file = edits.File;
        var declaration = Declaration(request)!;
        var fields = PrivateFields();
        var name = names.Unique(Prefixed(code.LocalName, fields), null, [.. _parts]);
        var nullable = file.AllowsNullable(declaration.OpenBraceToken.SpanStart) ? "?" : "";
        var modifier = OmitsPrivate() ? "" : "private ";
        Write(edits, declaration, $"{modifier}{code.Type}{nullable} {name};");
        return UsesThis(fields) ? $"this.{name}" : name;
    }

    /// <summary>Declares a property for a text that others set, beside the type's properties, where it has none of that name; false where
    /// the name is something else's.</summary>
    public bool TryAddProperty(DocumentEdits edits, InsertionTarget request, string name, string document)
    {
        for (var type = _symbol; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name) is [var member, ..])
                return member is IPropertySymbol { IsStatic: false, GetMethod: not null, Type.SpecialType: SpecialType.System_String }
                    && edits.File.Model.IsAccessible(request.Span.Start, member);
        }
        if (_symbol.Name == name)
            return false;
        var declaration = Declaration(request)!;
        var nullable = edits.File.AllowsNullable(declaration.OpenBraceToken.SpanStart) ? "?" : "";
        WriteApart(edits, declaration, $"/// <summary>{document}</summary>", $"public string{nullable} {name} {{ get; set; }}");
        return true;
    }

    static void WriteApart(DocumentEdits edits, TypeDeclarationSyntax declaration, params string[] lines)
    {
        var file = edits.File;
        var indent = file.NewLine + file.IndentAt(declaration.SpanStart) + file.IndentUnit;
        var text = string.Concat(lines.Select(line => indent + line));
        SyntaxNode? last = declaration.Members.OfType<PropertyDeclarationSyntax>().LastOrDefault();
        last ??= declaration.Members.OfType<FieldDeclarationSyntax>().LastOrDefault();
        // Once for all requests of the type.
        if (last is not null)
            edits.InsertOnce(SourceFile.EndWithComments(last.GetLastToken()), file.NewLine + text, Layer.Following);
        else
            edits.InsertOnce(SourceFile.EndWithComments(declaration.OpenBraceToken), text + file.NewLine);
    }

    static void Write(DocumentEdits edits, TypeDeclarationSyntax declaration, string text)
    {
        var file = edits.File;
        if (declaration.Members.OfType<FieldDeclarationSyntax>().LastOrDefault() is { } last)
        {
            edits.Insert(SourceFile.EndWithComments(last.GetLastToken()), file.NewLine + file.IndentAt(last.SpanStart) + text);
            return;
        }
        var indent = file.IndentAt(declaration.SpanStart) + file.IndentUnit;
        var start = SourceFile.EndWithComments(declaration.OpenBraceToken);
        edits.Insert(start, file.NewLine + indent + text);
        // An edit of its own, so that several fields share the empty line below them.
        edits.InsertOnce(start, file.NewLine, Layer.Following);
    }

    List<IFieldSymbol> PrivateFields() =>
        [
            .. _symbol
                .GetMembers()
                .OfType<IFieldSymbol>()
                .Where(field => field is { IsStatic: false, IsImplicitlyDeclared: false, DeclaredAccessibility: Accessibility.Private }),
        ];

    static string Prefixed(string name, List<IFieldSymbol> fields)
    {
        if (fields.Count == 0)
            return "_" + name;
        var prefix = new[] { "m_", "_" }.FirstOrDefault(candidate =>
            fields.Count(field => field.Name.StartsWith(candidate, StringComparison.Ordinal)) * 2 > fields.Count
        );
        return prefix + name;
    }

    bool OmitsPrivate()
    {
        var members = _parts
            .SelectMany(part => part.Members)
            .Where(member => member is FieldDeclarationSyntax or MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null })
            .ToList();
        return !members.Any(member => member.Modifiers.Any(SyntaxKind.PrivateKeyword))
            && members.Any(member => !member.Modifiers.Any(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())));
    }

    /// <summary>Whether fields are accessed through <c>this</c> even where no parameter has their name.</summary>
    bool UsesThis(List<IFieldSymbol> fields) =>
        _parts
            .SelectMany(part => part.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
            .Where(access => access.Expression is ThisExpressionSyntax)
            .Select(access => access.Name)
            .Any(name => fields.Any(field => field.Name == name.Identifier.ValueText) && !HasParameterOfName(name));

    static bool HasParameterOfName(SimpleNameSyntax name) =>
        Names
            .MemberOf(name)
            .DescendantNodes()
            .OfType<ParameterSyntax>()
            .Any(parameter => parameter.Identifier.ValueText == name.Identifier.ValueText);

    static TypeDeclarationSyntax? Declaration(InsertionTarget request) => request.Place.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    static bool IsInstanceCode(SyntaxNode place, TypeDeclarationSyntax type)
    {
        for (var node = place; node != type; node = node.Parent!)
        {
            switch (node)
            {
                case BaseFieldDeclarationSyntax:
                case EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax }:
                case MemberDeclarationSyntax member when member.Modifiers.Any(SyntaxKind.StaticKeyword):
                case LocalFunctionStatementSyntax function when function.Modifiers.Any(SyntaxKind.StaticKeyword):
                case AnonymousFunctionExpressionSyntax lambda when lambda.Modifiers.Any(SyntaxKind.StaticKeyword):
                    return false;
            }
        }
        return true;
    }
}
