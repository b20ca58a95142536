using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using PkceAnalyzers.CodeFixes.Insertions;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans;

/// <summary>Finds where further parameters can be added to a request.</summary>
static class InsertionPoints
{
    /// <summary>How many uses of one constant are added to.</summary>
    const int MostUses = 4;

    /// <summary>Where parameters have to be added so that the request gets them, whichever way it is sent; empty where no sound place is
    /// known.</summary>
    public static ImmutableArray<InsertionPoint> Of(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        if (request.Anchor.Entry.Form == EntryForm.Text && Declarations.Executable(request.Place) != request.Maker)
            return AtUses(request, cache, cancellation);
        var point =
            Of(request) ?? (request.Anchor.Entry.Form == EntryForm.Member ? new RequestObject(cache, cancellation).PointIn(request) : null);
        return point is null ? [] : [point];
    }

    /// <summary>A constant cannot take a value of the member that uses it: each use of it does.</summary>
    static ImmutableArray<InsertionPoint> AtUses(Request request, CompilationCache cache, CancellationToken cancellation)
    {
        var constant = cache
            .ModelOf(request.Place.SyntaxTree)
            .GetDeclaredSymbol(request.Place.FirstAncestorOrSelf<VariableDeclaratorSyntax>() ?? request.Place, cancellation);
        var uses = request
            .UsesOfConstant.Where(use => SymbolEqualityComparer.Default.Equals(cache.SymbolOf(use, cancellation), constant))
            .Take(MostUses + 1)
            .ToList();
        if (uses.Count > MostUses || uses.Select(Functions.Around).Distinct().Take(2).Count() > 1)
            return [];
        var points = uses.Select(use => MayGrow(Whole(use)) ? AtUse(request, use) : null).ToList();
        return points.Contains(null) ? [] : [.. points.OfType<InsertionPoint>()];
    }

    /// <summary>Whether an expression stands where a longer text can: not where it is compared, a constant's, or only named.</summary>
    static bool MayGrow(ExpressionSyntax text) =>
        text.Parent switch
        {
            ArgumentSyntax
            {
                Parent.Parent: InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } }
            } => false,
            ArgumentSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or InterpolationSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == text,
            EqualsValueClauseSyntax { Parent.Parent.Parent: LocalDeclarationStatementSyntax local } => !local.IsConst,
            _ => false,
        };

    static InsertionPoint? Of(Request request) =>
        request.Anchor.Entry.Form switch
        {
            EntryForm.Member => OfLibrary(request),
            EntryForm.Text => HelperCall.Of(request) is { } call ? InCall(call) : InText(request),
            EntryForm.Element => InElements(request),
            EntryForm.Call => InCall(LastLikeCore(request)),
            _ => Copying(InsertionKind.Wrap, request.Anchor.Entry.Place, request.Anchor.Entry),
        };

    static InsertionPoint? OfLibrary(Request request)
    {
        // One that is there gives nothing now, and would be there twice.
        if (
            request.ProofCall is { } method
            && ApiRequests.WholeOf(request) is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } begin
        )
            return request.Executable.DescendantTokens().Any(token => token.ValueText == method)
                ? null
                : new InsertionPoint(request.Kind == RequestKind.Token ? InsertionKind.VerifierCall : InsertionKind.OutCall, begin)
                {
                    Names = [method],
                };
        if (request.ParameterCall is { } taking)
            return
                ApiRequests.WholeOf(request) is not InvocationExpressionSyntax first
                || request.Executable.DescendantTokens().Any(token => token.ValueText == request.ProofParameter)
                ? null
                : new InsertionPoint(InsertionKind.ParameterCalls, first) { Names = [taking] };
        if (request.ProofMembers.IsEmpty)
            return request.IsUrlOfCall ? new InsertionPoint(InsertionKind.TextEnd, ApiRequests.WholeOf(request)) : null;
        var whole = ApiRequests.WholeOf(request);
        var (kind, list) = whole switch
        {
            InvocationExpressionSyntax call => (InsertionKind.Arguments, call.ArgumentList.ToString()),
            ObjectCreationExpressionSyntax creation => (InsertionKind.Members, creation.Initializer?.ToString() ?? ""),
            _ => (InsertionKind.Call, null),
        };
        if (list is null || request.ProofMembers.Any(list.Contains))
            return null;
        return request.ProofType is { } type
            ? new InsertionPoint(InsertionKind.OtherType, whole) { Names = [type, .. request.ProofMembers] }
            : new InsertionPoint(kind, whole) { Names = request.ProofMembers };
    }

    static InsertionPoint? Copying(InsertionKind kind, SyntaxNode place, Entry entry) =>
        entry is { Name: { } name, Value: { } value } ? new InsertionPoint(kind, place) { Pair = (name.Span, value.Span) } : null;

    /// <summary>The form of the last element is what further ones get.</summary>
    static InsertionPoint? InElements(Request request)
    {
        // list.Add(new KeyValuePair<string, string>(name, value))
        if (
            request.Place.Parent is ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Arguments.Count: 1,
                    Parent: InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } add
                }
            }
        )
            return Copying(InsertionKind.Statement, add, request.Anchor.Entry);
        var list = ListOf(request.Place);
        // What is there already is taken out again behind it.
        if (
            list is not (InitializerExpressionSyntax or CollectionExpressionSyntax or AnonymousObjectCreationExpressionSyntax)
            || request.Proof == Presence.Never && list.DescendantTokens().Any(token => token.ValueText == request.ProofParameter)
        )
            return null;
        var last = request
            .Variants[0]
            .Set.Parameters.Where(parameter => ListOf(parameter.Place) == list)
            .OrderBy(parameter => parameter.Place.SpanStart)
            .Last();
        if (list is not AnonymousObjectCreationExpressionSyntax)
            return Copying(InsertionKind.Entries, list, last.Entry);
        return
            ((AnonymousObjectCreationExpressionSyntax)list).Initializers.LastOrDefault(member => member.NameEquals is not null)
                is { NameEquals: { } name, Expression: { } value }
            ? new InsertionPoint(InsertionKind.Entries, list) { Pair = (name.Name.Span, value.Span) }
            : null;

        static SyntaxNode? ListOf(SyntaxNode element) => element.Parent is ExpressionElementSyntax ? element.Parent.Parent : element.Parent;
    }

    /// <summary>The last of the statements that set parameters of the same object beside the core: further ones read best after it. Behind
    /// a call that begins a chain, the one that goes on with it.</summary>
    static Entry LastLikeCore(Request request)
    {
        var core = request.Anchor.Entry;
        var entries = request.Variants[0].Set.Parameters.Select(parameter => parameter.Entry);
        if (
            entries.FirstOrDefault(entry => TargetOf(entry.Place) == core.Place) is { Name: not null } next
            && MethodOf(next.Place) != MethodOf(core.Place)
        )
            return next;
        return entries
                .Where(entry =>
                    entry.Form == EntryForm.Call
                    && entry.Place.Parent is ExpressionStatementSyntax statement
                    && statement.Parent == core.Place.Parent?.Parent
                    && TargetOf(entry.Place)?.ToString() is { } target
                    && target == TargetOf(core.Place)?.ToString()
                )
                .OrderBy(entry => entry.Place.SpanStart)
                .LastOrDefault()
            ?? core;
    }

    static string? MethodOf(SyntaxNode call) =>
        call is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } }
            ? name
            : null;

    static ExpressionSyntax? TargetOf(SyntaxNode call) =>
        call switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Expression,
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax element } => element.Expression,
            _ => null,
        };

    static InsertionPoint? InCall(Entry entry)
    {
        if (entry.Form == EntryForm.Wrap)
            return Copying(InsertionKind.Wrap, entry.Place, entry);
        if (
            entry.Place.Parent is ExpressionStatementSyntax
            && TargetOf(entry.Place) is IdentifierNameSyntax or MemberAccessExpressionSyntax or ThisExpressionSyntax
        )
            return Copying(InsertionKind.Statement, entry.Place, entry);
        return entry.Place is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax } && !IsVoid(entry.Place)
            ? Copying(InsertionKind.Chain, entry.Place, entry)
            : null;

        // Only what goes on with the call's result shows that it has one.
        static bool IsVoid(SyntaxNode call) =>
            call.Parent is ExpressionStatementSyntax
            && call
                is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: not InvocationExpressionSyntax } };
    }

    /// <summary>At the end of the expression that holds the core, if a parameter ends there; else right behind the core.</summary>
    static InsertionPoint? InText(Request request)
    {
        if (
            !IsWritten(request.Place) && request.Place is not (IdentifierNameSyntax or MemberAccessExpressionSyntax)
            || request.Place.IsKind(SyntaxKind.Utf8StringLiteralExpression)
        )
            return null;
        var whole = Whole(request.Place);
        var call = FormatCall(whole);
        if (request.Variants.All(variant => EndsParameter(variant.Text, call ?? whole)))
        {
            if (call is not null)
                return new InsertionPoint(InsertionKind.Format, call);
            return IsFormat(whole) ? null : new InsertionPoint(InsertionKind.TextEnd, whole);
        }
        return BehindCore(request) is { } span ? new InsertionPoint(InsertionKind.TextInside, request.Place.SyntaxTree, span) : null;
    }

    /// <summary>Whether it is a text as it stands in the code, or several that are one constant.</summary>
    static bool IsWritten(SyntaxNode place) =>
        place
            is InterpolatedStringTextSyntax
                or LiteralExpressionSyntax
                or InterpolatedStringExpressionSyntax
                or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression };

    static InsertionPoint? AtUse(Request request, ExpressionSyntax use)
    {
        if (!IsWritten(request.Place) || request.Place.FirstAncestorOrSelf<EqualsValueClauseSyntax>() is not { Value: var text })
            return null;
        var whole = Whole(use);
        return !IsFormat(whole) && request.Variants.All(variant => EndsParameter(variant.Text, whole == use ? text : whole))
            ? new InsertionPoint(InsertionKind.TextEnd, whole)
            : null;
    }

    static ExpressionSyntax Whole(SyntaxNode literal)
    {
        var expression = literal is InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax interpolated }
            ? interpolated
            : (ExpressionSyntax)literal;
        while (expression.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } or ParenthesizedExpressionSyntax)
            expression = (ExpressionSyntax)expression.Parent;
        return expression;
    }

    /// <summary>Whether behind the last piece of the text that an expression gives there is nothing, or the next parameter.</summary>
    static bool EndsParameter(Values.Text text, SyntaxNode whole)
    {
        var last = -1;
        for (var i = 0; i < text.Pieces.Length; i++)
        {
            if (IsWithin(whole, text.Pieces[i]))
                last = i;
        }
        if (last < 0 || text.Pieces.Any(piece => piece is LiteralPiece { Content: var content } && content.IndexOf('#') >= 0))
            return false;
        // What the last operand stands for may be known from elsewhere.
        if (!IsWithin(LastOperand(whole), text.Pieces[last]) && last < text.Pieces.Length - 1)
            last++;
        if (
            text.Pieces[last] is LiteralPiece { Content: var end }
            && (end.TrimEnd().Length == 0 || end.TrimEnd()[end.TrimEnd().Length - 1] is '=' or '&' or '?')
        )
            return false;
        var next = text.Pieces.Skip(last + 1).ToList();
        return next.Take(next.TakeWhile(piece => piece is OptionalPiece).Count() + 1).All(BeginsParameter);
    }

    static bool BeginsParameter(Piece piece) =>
        piece switch
        {
            LiteralPiece { Content: var content } => content.StartsWith("&", StringComparison.Ordinal),
            OptionalPiece { Content.Pieces: [var first, ..] } => BeginsParameter(first),
            _ => false,
        };

    static bool IsWithin(SyntaxNode node, Piece piece)
    {
        var place = piece switch
        {
            LiteralPiece literal => literal.Place,
            HolePiece hole => hole.Place,
            _ => null,
        };
        return place is not null && place.SyntaxTree == node.SyntaxTree && node.Span.Contains(place.Span);
    }

    static SyntaxNode LastOperand(SyntaxNode text) =>
        text switch
        {
            ParenthesizedExpressionSyntax { Expression: var inner } => LastOperand(inner),
            BinaryExpressionSyntax { Right: var right } => LastOperand(right),
            InterpolatedStringExpressionSyntax { Contents: [.., var content] } => content,
            _ => text,
        };

    static InvocationExpressionSyntax? FormatCall(ExpressionSyntax whole) =>
        whole.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } }
        && IsFormat(whole)
        && call.Expression.ToString() is "string.Format" or "String.Format"
            ? (InvocationExpressionSyntax)whole.Parent.Parent.Parent
            : null;

    static bool IsFormat(ExpressionSyntax whole) =>
        whole.Parent
            is ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Parent: InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Format" or "AppendFormat" or "FormatWith" }
                    }
                }
            };

    /// <summary>The empty span behind <c>name=value</c> of the core, where both are in one literal or interpolated string.</summary>
    static TextSpan? BehindCore(Request request)
    {
        if (HoleOf(request) is { } hole)
            return new TextSpan(hole.Span.End, 0);
        var source = request.Place.ToString();
        var name = source.IndexOf(request.Anchor.Name + "=", StringComparison.OrdinalIgnoreCase);
        if (name < 0)
            return null;
        var start = name + request.Anchor.Name.Length + 1;
        var end =
            request.Anchor.Value is Values.Text { Exact: { Length: > 0 } value }
            && string.CompareOrdinal(source, start, value, 0, value.Length) == 0
                ? start + value.Length
            : IsFormat(Whole(request.Place)) && start < source.Length && source[start] == '{' ? source.IndexOf('}', start) + 1
            : 0;
        return end > start && end < source.Length && source[end] is '&' or '"' ? new TextSpan(request.Place.SpanStart + end, 0) : null;
    }

    /// <summary>The hole that gives the core's value, where nothing else is a part of it.</summary>
    static InterpolationSyntax? HoleOf(Request request)
    {
        if (
            request.Place is not InterpolatedStringTextSyntax { Parent: InterpolatedStringExpressionSyntax { Contents: var contents } } text
            || !text.ToString().EndsWith(request.Anchor.Name + "=", StringComparison.OrdinalIgnoreCase)
        )
            return null;
        var at = contents.IndexOf(text) + 1;
        return
            contents.ElementAtOrDefault(at) is InterpolationSyntax hole
            && contents.ElementAtOrDefault(at + 1) is InterpolatedStringTextSyntax next
            && next.ToString().StartsWith("&", StringComparison.Ordinal)
            ? hole
            : null;
    }
}
