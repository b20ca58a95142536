using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PkceAnalyzers.Configuration;
using PkceAnalyzers.Evaluation;

namespace PkceAnalyzers.Recognition;

/// <summary>What one file holds that rules judge.</summary>
/// <param name="Model">The file's semantic model.</param>
/// <param name="Project">What is known of its project.</param>
/// <param name="Options">The options that hold for the file.</param>
/// <param name="Requests">The requests whose core lies in the file, in source order.</param>
/// <param name="Settings">Assignments to settings of libraries.</param>
/// <param name="Verifiers">The code verifiers that the members of the file handle.</param>
sealed record FileModel(SemanticModel Model, ProjectFacts Project, PkceOptions Options, ImmutableArray<Request> Requests, ImmutableArray<SettingWrite> Settings, ImmutableArray<Verifier> Verifiers)
{
    public static FileModel Of(SemanticModel model, ProjectFacts project, PkceOptions options, CompilationCache cache, CancellationToken cancellation)
    {
        var finder = new RequestFinder(cache, options, cancellation);
        var text = model.SyntaxTree.GetText(cancellation);
        finder.Run(Declarations.Members(model.SyntaxTree.GetRoot(cancellation))
            .Where(member => TriggerWords.OfRequests.AreIn(text, member.Span))
            .SelectMany(member => ExecutablesFor(member)), model.SyntaxTree);
        return new FileModel(model, project, options, finder.Requests(model.SyntaxTree), SettingWrite.In(model, cancellation), finder.Verifiers());
    }

    // A constant is not sent by itself: the code that uses it is looked at instead.
    static IEnumerable<SyntaxNode> ExecutablesFor(MemberDeclarationSyntax member)
    {
        if (member is not FieldDeclarationSyntax field)
            return Declarations.Executables(member);
        var users = field.Declaration.Variables.SelectMany(variable => Users(variable, field));
        var isConstant = field.Modifiers.Any(modifier => modifier.ValueText == "const");
        return isConstant ? users : Declarations.Executables(member).Concat(users);
    }

    static IEnumerable<SyntaxNode> Users(VariableDeclaratorSyntax variable, FieldDeclarationSyntax field)
    {
        var name = variable.Identifier.ValueText;
        var scope = field.FirstAncestorOrSelf<TypeDeclarationSyntax>();
        return scope is null ? [] : scope.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(identifier => identifier.Identifier.ValueText == name)
            .Select(identifier => Declarations.Executable(identifier)).OfType<SyntaxNode>()
            .Where(executable => !executable.Span.Contains(field.Span));
    }
}
