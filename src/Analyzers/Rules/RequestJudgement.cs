using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PkceAnalyzers.Exchanges;
using PkceAnalyzers.Requests;
using PkceAnalyzers.Syntax;

namespace PkceAnalyzers.Rules;

/// <summary>Judgements of requests.</summary>
static class RequestJudgement
{
    /// <param name="place">Where it is shown: in the file that the request's anchor lies in, else at the anchor.</param>
    /// <param name="arguments">Of the descriptor's message.</param>
    public static Judgement Create(
        DiagnosticDescriptor descriptor,
        Request request,
        FileModel file,
        SyntaxNode place,
        params object[] arguments
    )
    {
        var shown = place.SyntaxTree == request.Place.SyntaxTree ? place : request.Place;
        return new Judgement(descriptor, shown.GetLocation(), descriptor.SeverityIn(file.Project, isAdvice: file.IsTestCode), arguments)
        {
            Subject = request,
            Related = WherePutTogether(request),
            ExceptedBecause = file.Markers.ReasonFor(request, descriptor.Id),
        };
    }

    /// <summary>The member that puts the request together, or where it uses the constant that holds the anchor; none where the anchor lies
    /// in the member itself.</summary>
    static ImmutableArray<Location> WherePutTogether(Request request)
    {
        if (Declarations.Executable(request.Place) == request.Executable)
            return [];
        var site = request.Site;
        return [site == request.Place || site == request.Executable ? Places.Shown(request.Executable) : site.GetLocation()];
    }
}
