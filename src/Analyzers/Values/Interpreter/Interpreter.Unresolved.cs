using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Values;

/// <summary>Code that does not bind, of packages that are not restored or in the middle of being typed: read by its syntax.</summary>
sealed partial class Interpreter
{
    Value VisitInvalid(IInvalidOperation invalid)
    {
        switch (invalid.Syntax)
        {
            case InvocationExpressionSyntax invocation:
                return Invoke(Prepare(invalid, invocation));
            case BaseObjectCreationExpressionSyntax creation:
                var name = (creation as ObjectCreationExpressionSyntax)?.Type is { } type
                    ? type.LastName() ?? type.ToString()
                    : invalid.Type?.Name ?? "";
                return Create(
                    new Call(
                        name,
                        null,
                        null,
                        Arguments(invalid, creation.ArgumentList),
                        invalid.Type is IErrorTypeSymbol ? null : invalid.Type,
                        creation
                    )
                );
            case MemberAccessExpressionSyntax access:
                return MemberNames.ConstantOf(access) is { } constant
                    ? Text.Literal(constant, access)
                    : ReadUnresolved(Operand(invalid, access.Expression), access.Name.Identifier.ValueText, access);
            case ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: > 0 } element:
                return ReadEntry(
                    Operand(invalid, element.Expression) is { } set ? Evaluate(set) : null,
                    Operand(invalid, element.ArgumentList.Arguments[0].Expression) is { } key ? Evaluate(key) : Unknown.Value,
                    element
                );
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum
                when Operand(invalid, sum.Left) is { } left && Operand(invalid, sum.Right) is { } right:
                return Concat(Evaluate(left), Evaluate(right), sum.Right);
            case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression } element
                when CreatedBy(element) is { } made:
                AddItem(
                    made,
                    new Sequence([
                        .. element.Expressions.Select(expression =>
                            Operand(invalid, expression) is { } item ? Evaluate(item) : Unknown.Value
                        ),
                    ]),
                    element
                );
                return made;
            case ExpressionSyntax
            {
                Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.CollectionInitializerExpression }
            } element when CreatedBy(element) is { } made && invalid.ChildOperations.Count == 1:
                AddItem(made, Evaluate(invalid.ChildOperations.First()), element);
                return made;
            default:
                return MixOf(invalid);
        }
    }

    Call Prepare(IInvalidOperation invalid, InvocationExpressionSyntax invocation)
    {
        var receiver = invocation.Receiver();
        // What was meant, where arguments of unknown types keep it from being certain.
        var method = cache.MeaningOf(invocation, cancellation) is { CandidateSymbols: [IMethodSymbol candidate, ..] } ? candidate : null;
        var target =
            receiver is null || cache.MeaningOf(receiver, cancellation).Symbol is INamespaceOrTypeSymbol
                ? null
                : Operand(invalid, receiver) ?? Operand(invalid, invocation.Expression);
        return new Call(
            invocation.MethodName(),
            method?.ReducedFrom ?? method,
            target is null ? null : new Argument(Evaluate(target), target, method?.ReducedFrom?.Parameters[0]),
            Arguments(invalid, invocation.ArgumentList, method),
            method?.ReturnType ?? (invalid.Type is IErrorTypeSymbol ? null : invalid.Type),
            invocation
        );
    }

    ImmutableArray<Argument> Arguments(IOperation parent, ArgumentListSyntax? list, IMethodSymbol? method = null)
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        for (var i = 0; i < list?.Arguments.Count; i++)
        {
            var argument = list.Arguments[i];
            if (Operand(parent, argument.Expression) is { } operand)
                arguments.Add(new Argument(Evaluate(operand), operand, ParameterOf(argument, i)));
        }
        return arguments.ToImmutable();

        IParameterSymbol? ParameterOf(ArgumentSyntax argument, int position)
        {
            if (method is null || method.Parameters.IsEmpty)
                return null;
            var parameter = argument.NameColon is { Name.Identifier.ValueText: var name }
                ? method.Parameters.FirstOrDefault(parameter => parameter.Name == name)
                : method.Parameters[Math.Min(position, method.Parameters.Length - 1)];
            return parameter is null ? null
                : method.ReducedFrom is { } definition ? definition.Parameters[parameter.Ordinal + 1]
                : parameter;
        }
    }

    Value ReadUnresolved(IOperation? target, string name, SyntaxNode place)
    {
        if (target is null)
            return Unknown.Value;
        var receiver = Evaluate(target);
        if (ObjectOf(receiver) is { } obj)
        {
            if (obj.Members.TryGetValue(name, out var value))
                return value;
            if (MemberNames.IsTextProperty(name))
                return ReadText(receiver, name, place);
        }
        return new Unknown(SourcesOf(receiver));
    }

    void AssignInvalid(IInvalidOperation target, Value value)
    {
        switch (target.Syntax)
        {
            case MemberAccessExpressionSyntax access when Operand(target, access.Expression) is { } instance:
                Name(access.Name.Identifier.ValueText, null, value, ValueAt(access));
                if (Materialise(instance) is { } owner)
                    WriteMember(owner, access.Name.Identifier.ValueText, value);
                GivenAway(access.Name.Identifier.ValueText, value, ValueAt(access));
                break;
            case ElementAccessExpressionSyntax { ArgumentList.Arguments.Count: > 0 } element
                when Operand(target, element.Expression) is { } instance
                    && Operand(target, element.ArgumentList.Arguments[0].Expression) is { } key:
                WriteEntry(instance, key, value, element);
                break;
            case IdentifierNameSyntax member when CreatedBy(member) is { } made:
                Name(member.Identifier.ValueText, null, value, ValueAt(member));
                WriteMember(made, member.Identifier.ValueText, value);
                GivenAway(member.Identifier.ValueText, value, ValueAt(member));
                break;
            case ImplicitElementAccessSyntax { ArgumentList.Arguments.Count: > 0, Parent: AssignmentExpressionSyntax assignment } element
                when CreatedBy(element) is { } made && Operand(target, element.ArgumentList.Arguments[0].Expression) is { } key:
                AddPair(made, Evaluate(key), value, new Entry(assignment, key.Syntax, assignment.Right, EntryForm.Element));
                break;
        }
    }

    /// <summary>What is assigned to a target.</summary>
    static SyntaxNode ValueAt(ExpressionSyntax target) =>
        target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target ? assignment.Right : target;

    /// <summary>The object whose initializer a node stands in.</summary>
    Reference? CreatedBy(SyntaxNode node)
    {
        var creation = node.AncestorsAndSelf().FirstOrDefault(ancestor => ancestor is BaseObjectCreationExpressionSyntax);
        var id = creation is null ? default : new ObjectId(creation, _frame.Calls);
        return creation is not null && _state.Heap.ContainsKey(id) ? new Reference(id) : null;
    }

    /// <summary>The operation of an operand, found among the parts of an operation that did not bind.</summary>
    IOperation? Operand(IOperation parent, SyntaxNode wanted)
    {
        foreach (var child in parent.ChildOperations)
        {
            if (child.Syntax.Span == wanted.Span)
                return child;
            if (child.Syntax.Span.Contains(wanted.Span) && Operand(child, wanted) is { } inner)
                return inner;
        }
        return null;
    }
}
