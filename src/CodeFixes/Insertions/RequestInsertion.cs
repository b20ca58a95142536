using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.CodeFixes.Editing;
using PkceAnalyzers.CodeFixes.ProofKeys;

namespace PkceAnalyzers.CodeFixes.Insertions;

/// <summary>Adds parameters to a request in the idiom of the code that builds it.</summary>
static class RequestInsertion
{
    /// <summary>Adds those of <paramref name="parameters"/> that the request has not, or returns false where the code has not the shape
    /// that the request's kind promises.</summary>
    public static bool TryInsert(SolutionEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters)
    {
        IReadOnlyList<AddedParameter> added = [.. parameters.Where(parameter => !request.Present.Contains(parameter.Name))];
        return request.Kind == InsertionKind.NewMembers
            ? NewMemberInsertion.TryInsert(edits, request, added)
            : TryInsert(edits.In(request.File), request, added);
    }

    static bool TryInsert(DocumentEdits edits, InsertionTarget request, IReadOnlyList<AddedParameter> parameters) =>
        request.Kind switch
        {
            InsertionKind.TextEnd => TextInsertion.TryAppend(edits, request.Place, TextPiece.Query(parameters)),
            InsertionKind.TextInside => TextInsertion.TryInsertInside(edits, request, parameters),
            InsertionKind.Format => FormatInsertion.TryInsert(edits, request.Place, parameters),
            InsertionKind.Entries => EntriesInsertion.TryInsert(edits, request, parameters),
            InsertionKind.Statement => StatementInsertion.TryInsert(edits, request, parameters),
            InsertionKind.Chain => ChainInsertion.TryInsert(edits, request, parameters),
            InsertionKind.Wrap => WrapInsertion.TryInsert(edits, request, parameters),
            InsertionKind.Arguments or InsertionKind.Members => MemberInsertion.TryInsert(edits, request, request.Names, parameters),
            InsertionKind.OtherType => MemberInsertion.TryInsertAs(edits, request, parameters),
            InsertionKind.ParameterCalls => CallInsertion.TryAppendEach(edits, request, parameters),
            InsertionKind.VerifierCall => CallInsertion.TryAppend(edits, request, parameters),
            InsertionKind.OutCall => CallInsertion.TryReplace(edits, request, parameters),
            InsertionKind.Call => request.Place is InvocationExpressionSyntax call
                && ParameterInsertion.TryInsertArgument(edits, call, ProofKeyParameters.InCode(parameters[0].Name), parameters[0].Code),
            _ => false,
        };
}
