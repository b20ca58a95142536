using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.Plans;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Adds parameters to a request in the idiom of the code that builds it.</summary>
static class RequestInsertion
{
    /// <summary>Adds all of <paramref name="parameters"/>, or returns false where the code has not the shape that the
    /// request's kind promises.</summary>
    public static bool TryInsert(SolutionEdits edits, Request request, IReadOnlyList<Parameter> parameters) =>
        request.Kind == Insertion.NewMembers
            ? NewMemberInsertion.TryInsert(edits, request, parameters)
            : TryInsert(edits.In(request.File), request, parameters);

    static bool TryInsert(DocumentEdits edits, Request request, IReadOnlyList<Parameter> parameters) =>
        request.Kind switch
        {
            Insertion.TextEnd => TextInsertion.TryAppend(edits, request.Place, TextPiece.Query(parameters)),
            Insertion.TextInside => TextInsertion.TryInsertInside(edits, request, parameters),
            Insertion.Format => FormatInsertion.TryInsert(edits, request.Place, parameters),
            Insertion.Entries => EntriesInsertion.TryInsert(edits, request, parameters),
            Insertion.Statement => StatementInsertion.TryInsert(edits, request, parameters),
            Insertion.Chain => ChainInsertion.TryInsert(edits, request, parameters),
            Insertion.Wrap => WrapInsertion.TryInsert(edits, request, parameters),
            Insertion.Arguments or Insertion.Members => MemberInsertion.TryInsert(edits, request, request.Names, parameters),
            Insertion.OtherType => MemberInsertion.TryInsertAs(edits, request, parameters),
            Insertion.ParameterCalls => CallInsertion.TryAppendEach(edits, request, parameters),
            Insertion.VerifierCall => CallInsertion.TryAppend(edits, request, parameters),
            Insertion.OutCall => CallInsertion.TryReplace(edits, request, parameters),
            Request.Call => request.Place is InvocationExpressionSyntax call
                && ParameterInsertion.TryInsertArgument(edits, call, ParameterNames.InCode(parameters[0].Name), parameters[0].Code),
            _ => false,
        };
}
