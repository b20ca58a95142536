using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.CodeFixes.Editing;

/// <summary>Removes locals and private fields that only replaced code used.</summary>
static class DeadDeclarations
{
    /// <summary>Removes what is used within <paramref name="replaced"/> and, but for other removed code, nowhere else.</summary>
    public static void Remove(DocumentEdits edits, SyntaxNode replaced)
    {
        var file = edits.File;
        var gone = new List<SyntaxNode> { replaced };
        for (var i = 0; i < gone.Count; i++)
        {
            var symbols = gone[i]
                .DescendantNodesAndSelf()
                .OfType<SimpleNameSyntax>()
                .Select(name => file.Model.GetSymbolInfo(name).Symbol?.OriginalDefinition)
                .OfType<ISymbol>()
                .ToList();
            foreach (var symbol in symbols)
            {
                if (Declaration(file, symbol, gone) is not { } declaration || IsWithin(declaration, gone))
                    continue;
                var fillers = UsesOf(file, symbol, declaration, gone).Select(use => Filler(file, use)).ToList();
                // What only fills a local that nobody reads is dead, too.
                if (fillers.Contains(null))
                    continue;
                gone.Add(declaration);
                gone.AddRange(fillers.OfType<StatementSyntax>());
            }
        }
        foreach (var dead in gone.Skip(1).Where(dead => !gone.Exists(other => other != dead && other.Span.Contains(dead.Span))))
            edits.Replace(Lines(file, dead), "");
    }

    /// <summary>Whether a primary constructor has a parameter that is read within <paramref name="replaced"/> and nowhere else: the
    /// compiler warns of it then, and only its callers could do without it.</summary>
    public static bool LeavesUnread(SourceFile file, SyntaxNode replaced)
    {
        var parameters = replaced
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => file.Model.GetSymbolInfo(name).Symbol)
            .OfType<IParameterSymbol>();
        return parameters.Any(parameter =>
            parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax().Parent?.Parent
                is TypeDeclarationSyntax type
                    and not RecordDeclarationSyntax
            && type.DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name => name.Identifier.ValueText == parameter.Name && !replaced.Span.Contains(name.Span))
                .All(name => !SymbolEqualityComparer.Default.Equals(file.Model.GetSymbolInfo(name).Symbol, parameter))
        );
    }

    /// <summary>The statement or member that declares <paramref name="symbol"/> and nothing else, and does nothing else.</summary>
    static SyntaxNode? Declaration(SourceFile file, ISymbol symbol, List<SyntaxNode> gone)
    {
        if (
            symbol.DeclaringSyntaxReferences is not [var reference]
            || reference.SyntaxTree != file.Root.SyntaxTree
            || IsTold(file, symbol.Name)
        )
            return null;
        var declaration = reference.GetSyntax();
        var isPrivate = symbol.DeclaredAccessibility == Accessibility.Private && !IsInParts(declaration);
        return declaration switch
        {
            LocalFunctionStatementSyntax { AttributeLists.Count: 0, Parent: BlockSyntax } function => function,
            LocalFunctionStatementSyntax { AttributeLists.Count: 0, Parent: GlobalStatementSyntax statement } => statement,
            MethodDeclarationSyntax { AttributeLists.Count: 0 } method
                when isPrivate && symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } => method,
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } list } variable
                when (symbol is ILocalSymbol || isPrivate) && HasNoEffect(file, variable.Initializer?.Value) => list.Parent switch
            {
                FieldDeclarationSyntax { AttributeLists.Count: 0 } field => field,
                LocalDeclarationStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } local => local,
                UsingStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax, Statement: BlockSyntax block } use
                    when block.Statements.All(statement => IsWithin(statement, gone)) => use,
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>Whether other files may hold more of the type: generated code, markup.</summary>
    static bool IsInParts(SyntaxNode declaration) =>
        declaration.Ancestors().OfType<TypeDeclarationSyntax>().Any(type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>Whether a name stands where no symbol tells: in a text by which it may be looked up, in documentation, or in code for
    /// another build.</summary>
    static bool IsTold(SourceFile file, string name) =>
        file.Root.DescendantTokens(descendIntoTrivia: true)
            .Any(token =>
                token.ValueText == name
                && (token.IsKind(SyntaxKind.StringLiteralToken) || token.Parent?.FirstAncestorOrSelf<CrefSyntax>() is not null)
            )
        || file.Root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.DisabledTextTrivia) && trivia.ToString().Contains(name));

    /// <summary>Types of the framework whose methods do nothing but give a value.</summary>
    static readonly HashSet<string> Pure =
    [
        "System.Guid",
        "string",
        "System.Convert",
        "System.BitConverter",
        "System.Text.Encoding",
        "System.Buffers.Text.Base64Url",
        "System.Security.Cryptography.HashAlgorithm",
        "System.Security.Cryptography.RandomNumberGenerator",
        "Microsoft.AspNetCore.WebUtilities.WebEncoders",
    ];

    static readonly string[] Fillers = ["Fill", "GetBytes", "GetNonZeroBytes", "NextBytes"];

    static bool HasNoEffect(SourceFile file, ExpressionSyntax? value) =>
        value switch
        {
            null or LiteralExpressionSyntax or PredefinedTypeSyntax => true,
            SimpleNameSyntax name => IsRead(file, name),
            MemberAccessExpressionSyntax access => HasNoEffect(file, access.Expression) && IsRead(file, access.Name),
            BaseObjectCreationExpressionSyntax { Initializer: null } creation => file.Model.GetTypeInfo(creation).Type
                is { DeclaringSyntaxReferences.IsEmpty: true }
                && (creation.ArgumentList?.Arguments.All(argument => HasNoEffect(file, argument.Expression)) ?? true),
            ArrayCreationExpressionSyntax { Initializer: null } => true,
            StackAllocArrayCreationExpressionSyntax { Initializer: null } => true,
            BinaryExpressionSyntax binary => HasNoEffect(file, binary.Left) && HasNoEffect(file, binary.Right),
            InvocationExpressionSyntax call => IsPure(file, call),
            _ => false,
        };

    /// <summary>A property of the program may do more than to give a value.</summary>
    static bool IsRead(SourceFile file, SimpleNameSyntax name) =>
        file.Model.GetSymbolInfo(name).Symbol is not IPropertySymbol { DeclaringSyntaxReferences: [var reference] }
        || reference.GetSyntax() is PropertyDeclarationSyntax { AccessorList.Accessors: var accessors }
            && accessors.All(accessor => accessor is { Body: null, ExpressionBody: null });

    static bool IsPure(SourceFile file, InvocationExpressionSyntax call)
    {
        if (file.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ReturnsVoid: false } method)
            return false;
        var types = new List<string>();
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
            types.Add(type.ToDisplayString());
        return types.Exists(Pure.Contains)
            && call.ArgumentList.Arguments.All(argument => HasNoEffect(file, argument.Expression))
            && call.Receiver() is var receiver
            && HasNoEffect(file, receiver);
    }

    /// <summary>The statement that does nothing but set or fill a local; null where it does more.</summary>
    static StatementSyntax? Filler(SourceFile file, SimpleNameSyntax local) =>
        local.Parent switch
        {
            AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Parent: ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } setter
            } assignment when assignment.Left == local && IsLocal(file, local) && HasNoEffect(file, assignment.Right) => setter,
            ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name },
                    Parent: ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } filler
                }
            }
                when Array.IndexOf(Fillers, name) >= 0
                    && IsLocal(file, local)
                    && file.Model.GetSymbolInfo(filler.Expression).Symbol?.ContainingType is { ContainingNamespace: var space }
                    && space.ToDisplayString() is "System" or "System.Security.Cryptography" => filler,
            _ => null,
        };

    static bool IsLocal(SourceFile file, SimpleNameSyntax name) => file.Model.GetSymbolInfo(name).Symbol is ILocalSymbol;

    static IEnumerable<SimpleNameSyntax> UsesOf(SourceFile file, ISymbol symbol, SyntaxNode declaration, List<SyntaxNode> gone) =>
        (declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Parent ?? file.Root)
            .DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name && !IsWithin(name, gone) && !declaration.Span.Contains(name.Span))
            .Where(name => Names(file, name, symbol));

    /// <summary>Whether a name means <paramref name="symbol"/>, or may: within nameof it means all methods of that name.</summary>
    static bool Names(SourceFile file, SimpleNameSyntax name, ISymbol symbol)
    {
        var named = file.Model.GetSymbolInfo(name);
        return (named.Symbol is { } bound ? [bound] : named.CandidateSymbols).Any(candidate =>
            SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, symbol)
        );
    }

    static bool IsWithin(SyntaxNode node, List<SyntaxNode> gone) => gone.Any(other => other.Span.Contains(node.Span));

    /// <summary>The whole lines of <paramref name="declaration"/> and of the comments on it, where nothing else stands on
    /// them, and the empty line below, where another is above.</summary>
    public static TextSpan Lines(SourceFile file, SyntaxNode declaration)
    {
        var lines = file.Text.Lines;
        var first = lines.GetLineFromPosition(declaration.SpanStart);
        var last = lines.GetLineFromPosition(declaration.Span.End);
        var rest = file.Text.ToString(TextSpan.FromBounds(SourceFile.EndWithComments(declaration.GetLastToken()), last.End));
        if (!file.StartsLine(declaration.SpanStart) || !string.IsNullOrWhiteSpace(rest))
            return TextSpan.FromBounds(declaration.SpanStart, EndWithSpaces(file, declaration));
        while (first.LineNumber > 0 && lines[first.LineNumber - 1].ToString().TrimStart().StartsWith("//", StringComparison.Ordinal))
            first = lines[first.LineNumber - 1];
        var above = first.LineNumber == 0 ? "" : lines[first.LineNumber - 1].ToString().Trim();
        var isLastLine = last.LineNumber == lines.Count - 1;
        if (above is "" or "{" && !isLastLine && string.IsNullOrWhiteSpace(lines[last.LineNumber + 1].ToString()))
            last = lines[last.LineNumber + 1];
        else if (above is "" && !isLastLine && lines[last.LineNumber + 1].ToString().Trim() is "}" && first.LineNumber > 0)
            first = lines[first.LineNumber - 1];
        return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
    }

    static int EndWithSpaces(SourceFile file, SyntaxNode declaration)
    {
        var end = declaration.Span.End;
        while (end < file.Text.Length && file.Text[end] == ' ')
            end++;
        return end;
    }
}
