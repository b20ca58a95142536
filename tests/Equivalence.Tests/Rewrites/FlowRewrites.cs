using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using static PkceAnalyzers.Equivalence.Tests.Rewrites.SourceFile;

namespace PkceAnalyzers.Equivalence.Tests.Rewrites;

/// <summary>In which order, and on which paths, code runs.</summary>
static class FlowRewrites
{
    public static IReadOnlyList<Rewrite> All { get; } =
    [
        new("body as block", file => Body.In(file).Where(body => body.Owner is not CompilationUnitSyntax).Select(body => body.Replace(body.Block))),
        new("body in try/finally", file => Bodies(file, block => $"try {block} finally {{ }}")),
        new("body in try/catch", file => Bodies(file, block => $"try {block} catch (global::System.InvalidCastException) {{ throw; }}")),
        new("body in using", file => Bodies(file, block => $"using (new global::System.IO.MemoryStream()) {block}")),
        new("body in lock", file => Bodies(file, block => $"lock (typeof(object)) {block}", body => !body.Awaits)),
        new("body in if, else throw", file => Bodies(file, block => $"if (global::System.Environment.TickCount != int.MinValue) {block} else throw new global::System.InvalidOperationException();")),
        new("body after a guard", file => Bodies(file, block => $"if (global::System.Environment.TickCount == int.MinValue) throw new global::System.InvalidOperationException(); {block}")),
        new("body in a loop that runs once", file => Bodies(file, block => $"do {block} while (false);")),
        new("body in foreach over one", file => Bodies(file, block => $"foreach (var once in new[] {{ 0 }}) {block} throw new global::System.InvalidOperationException();", body => body.Returns)),
        new("ternary as switch expression", file => file.Outermost<ConditionalExpressionSyntax>(choice => file.Language >= LanguageVersion.CSharp8).Select(choice => Replace(choice, $"(({choice.Condition}) switch {{ true => {choice.WhenTrue}, false => {choice.WhenFalse} }})"))),
        new("ternary turned round", file => file.Outermost<ConditionalExpressionSyntax>(_ => true).Select(choice => Replace(choice, $"(!({choice.Condition}) ? {choice.WhenFalse} : {choice.WhenTrue})"))),
        new("ternary as if", Ternaries),
        new("if as switch", file => file.Outermost<IfStatementSyntax>(IsPlain).Select(choice => Replace(choice, $"switch ({choice.Condition}) {{ case true: {choice.Statement} break; default: {choice.Else?.Statement.ToString() ?? ""} break; }}"))),
        new("if turned round", file => file.Outermost<IfStatementSyntax>(IsPlain).Select(choice => Replace(choice, $"if (!({choice.Condition})) {{ {choice.Else?.Statement.ToString() ?? ""} }} else {{ {choice.Statement} }}"))),
        new("if with a flag", file => file.Outermost<IfStatementSyntax>(choice => choice.Parent is BlockSyntax && !choice.Condition.DescendantNodesAndSelf().Any(node => node is SingleVariableDesignationSyntax)).Select(choice => new TextChange(TextSpan.FromBounds(choice.SpanStart, choice.CloseParenToken.Span.End), file.NewName("flag") is var flag ? $"var {flag} = {choice.Condition}; if ({flag})" : ""))),
        new("?? as pattern", file => file.Outermost<BinaryExpressionSyntax>(choice => choice.IsKind(SyntaxKind.CoalesceExpression) && choice.Right is not ThrowExpressionSyntax && !MustBeConstant(choice)).Select(choice => Replace(choice, file.NewName("some") is var some ? $"({choice.Left} is {{ }} {some} ? {some} : {choice.Right})" : ""))),
        new("value awaited", file => Values(file, isAsync: true, (value, type) => $"await global::System.Threading.Tasks.Task.FromResult<{type}>({value})")),
        new("value by Task.Run", file => Values(file, isAsync: true, (value, type) => $"await global::System.Threading.Tasks.Task.Run<{type}>(() => {value})")),
        new("value by lambda", file => Values(file, isAsync: false, (value, type) => $"new global::System.Func<{type}>(() => {value})()")),
        new("value by lambda with a body", file => Values(file, isAsync: false, (value, type) => $"new global::System.Func<{type}>(() => {{ return {value}; }})()")),
        new("value assigned later", file => Locals(file).Select(local => Replace(local.Declaration, $"{local.Type} {local.Name}; {local.Name} = {local.Value};"))),

    ];

    static IEnumerable<TextChange> Bodies(SourceFile file, Func<string, string> wrap, Func<Body, bool>? wanted = null) => Body.In(file).Where(body => wanted?.Invoke(body) != false)
        .Select(body => body.Replace(body.Owner is CompilationUnitSyntax ? wrap(body.Block) : $"{{ {wrap(body.Block)} }}"));

    static bool IsPlain(IfStatementSyntax choice) => !choice.DescendantNodes().Any(node => node is BreakStatementSyntax or YieldStatementSyntax or SingleVariableDesignationSyntax) && choice.Parent is not ElseClauseSyntax;

    static IEnumerable<TextChange> Ternaries(SourceFile file)
    {
        foreach (var choice in file.Outermost<ConditionalExpressionSyntax>(_ => true))
        {
            if (choice.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement } } variable } && NameOf(file.TypeOf(choice)) is { } type)
                yield return Replace(statement, $"{type} {variable.Identifier}; if ({choice.Condition}) {variable.Identifier} = {choice.WhenTrue}; else {variable.Identifier} = {choice.WhenFalse};");
            else if (choice.Parent is ReturnStatementSyntax { Parent: BlockSyntax } exit)
                yield return Replace(exit, $"if ({choice.Condition}) return {choice.WhenTrue}; return {choice.WhenFalse};");
            else if (choice.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax { Parent: BlockSyntax } assigned } assignment)
                yield return Replace(assigned, $"if ({choice.Condition}) {assignment.Left} {assignment.OperatorToken} {choice.WhenTrue}; else {assignment.Left} {assignment.OperatorToken} {choice.WhenFalse};");
        }
    }

    static IEnumerable<TextChange> Values(SourceFile file, bool isAsync, Func<string, string, string> write) => Locals(file)
        .Where(local => !isAsync || IsAsync(local.Declaration)).Where(local => !local.Value.DescendantNodesAndSelf().Any(node => node is AwaitExpressionSyntax))
        .Select(local => Replace(local.Value, write(local.Value.ToString(), local.Type)));

    static bool IsAsync(SyntaxNode node) => node.Ancestors().FirstOrDefault(outer => outer is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or GlobalStatementSyntax) switch
    {
        BaseMethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.RawKind != 0,
        _ => true,
    };

    public static IEnumerable<Local> Locals(SourceFile file)
    {
        foreach (var declaration in file.All<LocalDeclarationStatementSyntax>().Where(declaration => !declaration.IsConst && declaration.UsingKeyword.RawKind == 0 && declaration.Parent is BlockSyntax))
        {
            if (declaration.Declaration.Variables is [{ Initializer.Value: { } value } variable] && value is not RefExpressionSyntax and not StackAllocArrayCreationExpressionSyntax and not InitializerExpressionSyntax
                && NameOf((file.Model.GetDeclaredSymbol(variable) as ILocalSymbol)?.Type) is { } type)
            {
                yield return new Local(declaration, variable.Identifier.ValueText, type, value);
            }
        }
    }
}

/// <summary>A local that is declared with a value.</summary>
sealed record Local(LocalDeclarationStatementSyntax Declaration, string Name, string Type, ExpressionSyntax Value);
