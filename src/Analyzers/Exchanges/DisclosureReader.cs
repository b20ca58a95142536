using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;
using PkceAnalyzers.Verifiers;

namespace PkceAnalyzers.Exchanges;

/// <summary>Finds in one member what shows a code verifier to others.</summary>
sealed class DisclosureReader(SyntaxNode member, CompilationCache cache, CancellationToken cancellation)
{
    const int MostSteps = 4;

    /// <summary>Calls that give what they are given in another form, readable by anyone.</summary>
    static readonly HashSet<string> Transparent =
    [
        "ToString",
        "Format",
        "Concat",
        "Join",
        "Trim",
        "GetBytes",
        "ToArray",
        "ToBase64String",
        "Base64UrlEncode",
        "Encode",
        "EncodeToString",
        "UrlEncode",
        "EscapeDataString",
        "Escape",
        "Serialize",
        "SerializeObject",
        "SerializeToUtf8Bytes",
        "SerializeToString",
        "ToJson",
        "Append",
        "AppendFormat",
        "AppendLine",
        "ToBase64",
        "Base64Encode",
        "ToHexString",
        "AddQueryString",
        "SetQueryParam",
        "SetQueryParams",
        "AppendQueryParam",
        "ReadAsStringAsync",
        "ReadAsByteArrayAsync",
    ];

    readonly SemanticModel model = cache.ModelOf(member.SyntaxTree);
    readonly ILookup<string, ExpressionSyntax> _definitions = LocalDefinitions.In(member);
    readonly HashSet<string> _read = TextsRead.In(member);

    /// <summary>The parameter that a caller gives a verifier for.</summary>
    string? _given;

    public IEnumerable<Disclosure> Written()
    {
        foreach (var node in member.DescendantNodes())
        {
            var (form, values) = DisclosureSink.Of(node, model);
            if (
                form is { } known
                && values.FirstOrDefault(value => (known != DisclosureForm.Url || IsUrl(value)) && Shows(value)) is { } shown
            )
                yield return new(shown, known)
                {
                    Statement = known is DisclosureForm.Log or DisclosureForm.Console ? StatementOf(node) : null,
                };
        }
    }

    /// <summary>Without it a line of a log is missing, and nothing else: it stands among others, and shows verifiers and literals
    /// only.</summary>
    StatementSyntax? StatementOf(SyntaxNode node) =>
        node is InvocationExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement } call
        && call.ArgumentList.Arguments.All(argument => IsAlone(argument.Expression))
            ? statement
            : null;

    bool IsAlone(ExpressionSyntax shown) =>
        shown.Bare() switch
        {
            LiteralExpressionSyntax => true,
            IdentifierNameSyntax name => IsVerifier(name.Identifier.ValueText, name),
            MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access => IsVerifier(name, access),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => IsAlone(sum.Left) && IsAlone(sum.Right),
            InterpolatedStringExpressionSyntax text => text.Contents.OfType<InterpolationSyntax>().All(hole => IsAlone(hole.Expression)),
            _ => false,
        };

    /// <summary>Whether it puts a URL together, or the route values of one: what is a mere name there is a cache's or store's
    /// key.</summary>
    bool IsUrl(ExpressionSyntax value, int step = 0) =>
        value.Bare() switch
        {
            InterpolatedStringExpressionSyntax
            or BinaryExpressionSyntax
            or AnonymousObjectCreationExpressionSyntax
            or BaseObjectCreationExpressionSyntax
            or InvocationExpressionSyntax => true,
            IdentifierNameSyntax { Identifier.ValueText: var name } => step < MostSteps
                && !Identifier.MayBeProof(name)
                && _definitions[name].Any(definition => IsUrl(definition, step + 1)),
            _ => false,
        };

    /// <summary>Whether whoever reads a value can read a verifier out of it.</summary>
    public bool Shows(ExpressionSyntax? expression) => Shows(expression, 0);

    bool Shows(ExpressionSyntax? expression, int step)
    {
        if (expression is null || step > MostSteps)
            return false;
        switch (expression.Bare())
        {
            case InterpolatedStringExpressionSyntax interpolated:
                return interpolated.Contents.OfType<InterpolationSyntax>().Any(hole => Shows(hole.Expression, step));
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression } sum:
                return Shows(sum.Left, step) || Shows(sum.Right, step);
            case ConditionalExpressionSyntax choice:
                return Shows(choice.WhenTrue, step) || Shows(choice.WhenFalse, step);
            case InvocationExpressionSyntax call:
                return Reads(call.ArgumentList.Arguments.Select(argument => argument.Expression))
                    || GivesBack(call, step)
                    || ReadsValues(call) && Shows(((MemberAccessExpressionSyntax)call.Expression).Expression, step)
                    || Transparent.Contains(call.MethodName())
                        && (
                            call.ArgumentList.Arguments.Any(argument => Shows(argument.Expression, step))
                            || call.Expression is MemberAccessExpressionSyntax { Expression: var receiver } && Shows(receiver, step)
                        );
            case ElementAccessExpressionSyntax element:
                return Reads(element.ArgumentList.Arguments.Select(argument => argument.Expression));
            case BaseObjectCreationExpressionSyntax creation:
                return creation.ArgumentList?.Arguments.Any(argument => Shows(argument.Expression, step)) == true
                    || ShowsAny(creation.Initializer, step);
            case AnonymousObjectCreationExpressionSyntax anonymous:
                return anonymous.Initializers.Any(item => Shows(item.Expression, step));
            case ImplicitArrayCreationExpressionSyntax array:
                return ShowsAny(array.Initializer, step);
            case ArrayCreationExpressionSyntax array:
                return ShowsAny(array.Initializer, step);
            case CollectionExpressionSyntax collection:
                return collection.Elements.OfType<ExpressionElementSyntax>().Any(element => Shows(element.Expression, step));
            case TupleExpressionSyntax tuple:
                return tuple.Arguments.Any(argument => Shows(argument.Expression, step));
            case IdentifierNameSyntax { Identifier.ValueText: var name } identifier:
                return name == _given
                    || IsVerifier(name, identifier)
                    || !Identifier.MayBeProof(name) && _definitions[name].Any(definition => Shows(definition, step + 1))
                    || _read.Contains(name)
                        && model.GetTypeInfo(identifier, cancellation).Type is { SpecialType: SpecialType.System_String };
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } access:
                return IsVerifier(name, access);
            case ConditionalAccessExpressionSyntax
            {
                WhenNotNull: MemberBindingExpressionSyntax { Name.Identifier.ValueText: var name } binding
            }:
                return IsVerifier(name, binding);
            default:
                return false;
        }
    }

    /// <summary>Whether it reads the values out of pairs: <c>form.Select(pair => pair.Key + "=" + pair.Value)</c>.</summary>
    static bool ReadsValues(InvocationExpressionSyntax call) =>
        call
            is {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Select" },
                ArgumentList.Arguments: [{ Expression: AnonymousFunctionExpressionSyntax read }, ..]
            }
        && read.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(member => member.Name.Identifier.ValueText == "Value");

    /// <summary>Whether a method of the program gives back what it is given, in a form that anyone can read.</summary>
    bool GivesBack(InvocationExpressionSyntax call, int step)
    {
        if (
            step + 1 >= MostSteps
            || call.ArgumentList.Arguments.IndexOf(argument => Shows(argument.Expression, step + 1)) is not (>= 0 and var shown)
            || DeclarationOf(call) is not { } method
        )
            return false;
        var (parameters, arrow) = method is LocalFunctionStatementSyntax function
            ? (function.ParameterList, function.ExpressionBody)
            : (((MethodDeclarationSyntax)method).ParameterList, ((MethodDeclarationSyntax)method).ExpressionBody);
        if (shown >= parameters.Parameters.Count)
            return false;
        var reader = new DisclosureReader(method, cache, cancellation) { _given = parameters.Parameters[shown].Identifier.ValueText };
        var results = arrow is not null
            ? [arrow.Expression]
            : method
                .DescendantNodes(node => node == method || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                .OfType<ReturnStatementSyntax>()
                .Select(result => result.Expression);
        return results.Any(result => reader.Shows(result, step + 2));
    }

    /// <summary>The method or local function of this program that a call means.</summary>
    SyntaxNode? DeclarationOf(InvocationExpressionSyntax call) =>
        model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol { DeclaringSyntaxReferences: [var declared] }
        && cache.Compilation.ContainsSyntaxTree(declared.SyntaxTree)
        && declared.GetSyntax(cancellation) is MethodDeclarationSyntax or LocalFunctionStatementSyntax
        && declared.GetSyntax(cancellation) is var declaration
        && !Declarations.IsTooDeep(declaration)
            ? declaration
            : null;

    bool ShowsAny(InitializerExpressionSyntax? initializer, int step) =>
        initializer?.Expressions.Any(item =>
            item switch
            {
                AssignmentExpressionSyntax assignment => Shows(assignment.Right, step),
                InitializerExpressionSyntax nested => ShowsAny(nested, step),
                _ => Shows(item, step),
            }
        ) == true;

    // form["code_verifier"], request.Query.Get("code_verifier")
    static bool Reads(IEnumerable<ExpressionSyntax> keys) =>
        keys.ToList() is [LiteralExpressionSyntax { Token.Value: WireNames.CodeVerifier }];

    /// <summary>Whether it is a verifier's text, and not its name, a flag or a number.</summary>
    bool IsVerifier(string name, ExpressionSyntax expression)
    {
        if (!ProofNames.IsVerifier(name, member.SyntaxTree, cancellation) || model.GetConstantValue(expression, cancellation).HasValue)
            return false;
        var type = model.GetTypeInfo(expression, cancellation).Type;
        // A constant of a library that is not at hand: OidcConstants.TokenRequest.CodeVerifier.
        if (
            type is null or IErrorTypeSymbol
            && expression is MemberAccessExpressionSyntax { Expression: var owner }
            && DisclosureSink.LastName(owner) is { Length: > 0 } holder
            && char.IsUpper(holder[0])
            && model.GetSymbolInfo(owner, cancellation).Symbol is null or INamespaceOrTypeSymbol
        )
            return false;
        return type
            is null
                or IErrorTypeSymbol
                or IArrayTypeSymbol
                or { SpecialType: SpecialType.System_String or SpecialType.System_Object }
                or { Name: "StringValues" };
    }
}
