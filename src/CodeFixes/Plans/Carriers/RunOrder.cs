using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using PkceAnalyzers.Syntax;
using PkceAnalyzers.Values;

namespace PkceAnalyzers.CodeFixes.Plans.Carriers;

/// <summary>In which order one run of a function comes to places.</summary>
sealed class RunOrder(CompilationCache cache, CancellationToken cancellation)
{
    /// <summary>Whether a path of the control flow graph leads from <paramref name="first"/> to <paramref name="second"/> within one run of
    /// the function that both lie in, and within one round of its loops.</summary>
    public bool Leads(SyntaxNode first, SyntaxNode second)
    {
        if (Functions.Around(first) is not { } function || Functions.Around(second) != function || GraphOf(function) is not { } graph)
            return false;
        if (BlockOf(graph, first) is not { } from || BlockOf(graph, second) is not { } to)
            return false;
        return from == to ? first.SpanStart < second.SpanStart : IsAhead(from, to);
    }

    /// <summary>Whether a loop comes to <paramref name="first"/> again before one run comes to any of the others.</summary>
    public static bool IsRepeated(SyntaxNode first, IEnumerable<SyntaxNode> others) =>
        first
            .Ancestors()
            .TakeWhile(node => node != Functions.Around(first))
            .Any(node =>
                node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                && !others.Any(other => node.Span.Contains(other.Span))
            );

    /// <summary>Forward only: a step back begins another round of a loop, which may be another login's.</summary>
    static bool IsAhead(BasicBlock from, BasicBlock to)
    {
        var seen = new HashSet<int> { from.Ordinal };
        var open = new Queue<BasicBlock>([from]);
        while (open.Count > 0)
        {
            var block = open.Dequeue();
            foreach (var next in SuccessorsOf(block).Where(next => next.Ordinal > block.Ordinal))
            {
                if (next == to)
                    return true;
                if (seen.Add(next.Ordinal))
                    open.Enqueue(next);
            }
        }
        return false;
    }

    static IEnumerable<BasicBlock> SuccessorsOf(BasicBlock block) =>
        new[] { block.FallThroughSuccessor?.Destination, block.ConditionalSuccessor?.Destination }.OfType<BasicBlock>();

    /// <summary>The block whose code is the smallest around the place.</summary>
    static BasicBlock? BlockOf(ControlFlowGraph graph, SyntaxNode place) =>
        graph
            .Blocks.SelectMany(block =>
                OperationsOf(block)
                    .Where(operation => operation.Syntax.Span.Contains(place.Span))
                    .Select(operation => (Block: block, operation.Syntax.Span.Length))
            )
            .OrderBy(found => found.Length)
            .Select(found => found.Block)
            .FirstOrDefault();

    static IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        (block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations).SelectMany(operation =>
            operation.DescendantsAndSelf()
        );

    /// <summary>The graph of a function, also of one within another.</summary>
    ControlFlowGraph? GraphOf(SyntaxNode function)
    {
        if (function is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            return cache.GraphOf(function, cancellation);
        if (function.Parent is null || Functions.Around(function.Parent) is not { } outer || GraphOf(outer) is not { } graph)
            return null;
        if (
            graph.LocalFunctions.FirstOrDefault(local => local.DeclaringSyntaxReferences.Any(part => part.Span == function.Span)) is
            { } found
        )
            return graph.GetLocalFunctionControlFlowGraph(found, cancellation);
        return
            graph
                .Blocks.SelectMany(OperationsOf)
                .OfType<IFlowAnonymousFunctionOperation>()
                .FirstOrDefault(lambda => lambda.Syntax == function)
                is { } anonymous
            ? graph.GetAnonymousFunctionControlFlowGraph(anonymous, cancellation)
            : null;
    }
}
