using Microsoft.CodeAnalysis;
using Xunit;
using Verify = PkceAnalyzers.CodeFixes.Tests.Fixed<PkceAnalyzers.CodeFixes.PKCE1001ProofKeyFix>;

namespace PkceAnalyzers.CodeFixes.Tests;

/// <summary>A field keeps the verifier in an object that is known to be one login's, or one user's of a program that has no other.</summary>
public sealed class CarrierFieldTests
{
    const string Usings = "using System;\nusing System.Collections.Generic;\nusing System.Net.Http;\nusing System.Threading.Tasks;\nusing Microsoft.Extensions.DependencyInjection;\nusing Microsoft.Extensions.DependencyInjection.Extensions;\n";

    const string Members = """
        {
            public string Url() => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            public HttpContent Form(string code) => new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}");
        }
        """;

    const string FixedMembers = """
        {
            private ProofKey? _proofKey;

            public string Url()
            {
                _proofKey = ProofKey.Create();
                return $"https://server/authorize?response_type=code&client_id=app&code_challenge={_proofKey.CodeChallenge}&code_challenge_method={_proofKey.CodeChallengeMethod}";
            }

            public HttpContent Form(string code)
            {
                var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                return new StringContent($"grant_type=authorization_code&code={code}&code_verifier={proofKey.CodeVerifier}");
            }
        }
        """;

    static Task VerifyFieldAsync(string type, string rest, Surroundings within) => Verify.VerifyAsync(
        Usings + $"\n{type}\n{Members}\n{rest}", Usings + $"using Pkce;\n\n{type}\n{FixedMembers}\n{rest}", within: within);

    /// <summary>Overloads are for the object's callers to decide about.</summary>
    static Task VerifyNoFieldAsync(string type, string rest, Surroundings? within = null) => Verify.VerifyNoneWholeAsync(Usings + $"\n{type}\n{Members}\n{rest}", within);

    [Theory]
    [InlineData("System.Windows.Forms", "Form")]
    [InlineData("System.Windows", "Window")]
    [InlineData("System.Windows.Controls", "Page")]
    [InlineData("System.Windows.Controls", "UserControl")]
    [InlineData("Microsoft.UI.Xaml", "Window")]
    [InlineData("Windows.UI.Xaml.Controls", "Page")]
    [InlineData("Avalonia.Controls", "Window")]
    [InlineData("Microsoft.Maui.Controls", "ContentPage")]
    [InlineData("UnityEngine", "MonoBehaviour")]
    public Task What_the_user_of_a_program_sees(string space, string name) => VerifyFieldAsync(
        $"public partial class Login : {space}.{name}", $"namespace {space} {{ public class {name} {{ }} }}", Surroundings.Desktop());

    [Fact]
    public Task Scene_of_a_game_in_a_library() => VerifyFieldAsync(
        "public class Login : UnityEngine.MonoBehaviour", "namespace UnityEngine { public class MonoBehaviour { } }", new(OutputKind.DynamicallyLinkedLibrary, ""));

    [Theory]
    [InlineData("new Login()", "")]
    [InlineData("new Shell(new Login())", "class Shell(Login login) { public Login Login { get; } = login; }")]
    [InlineData("new Shell()", "class Shell { readonly Login _login = new(); public string Go() => _login.Url(); }")]
    [InlineData("new Shell()", "class Shell { readonly Login _login; public Shell() { _login = new Login(); } public string Go() => _login.Url(); }")]
    [InlineData("1", "static class Shell { static Login? _login; public static string Go() { _login = new Login(); return _login.Url(); } public static HttpContent End(string code) => _login!.Form(code); }")]
    public Task Object_that_a_program_with_windows_keeps(string creation, string rest) => VerifyFieldAsync("class Login", rest, Surroundings.Desktop(creation));

    [Theory]
    [InlineData("1", "static class Shell { static Login _login = new(); public static string Go() => _login.Url(); public static HttpContent End(string code) { _login = new Login(); return _login.Form(code); } }")]
    [InlineData("1", "static class Shell { static Login _login = new(); public static void OnActivated() => _login = new Login(); public static string Go() => _login.Url(); public static HttpContent End(string code) => _login.Form(code); }")]
    [InlineData("new Dictionary<int, Login>()", "static class Shell { public static Login Start(Dictionary<int, Login> logins) => logins[0] = new Login(); }")]
    [InlineData("1", "class Step { readonly Login _login = new(); public string Go() => _login.Url(); public HttpContent End(string code) => _login.Form(code); public static string Begin() => new Step().Go(); public static HttpContent Finish(string code) => new Step().End(code); }")]
    [InlineData("1", "class Step(Login login) { public string Go() => login.Url(); public HttpContent End(string code) => login.Form(code); public static string Begin() => new Step(new Login()).Go(); public static HttpContent Finish(string code) => new Step(new Login()).End(code); }")]
    public Task Object_that_may_be_another_one_for_each_step(string creation, string rest) => VerifyNoFieldAsync("class Login", rest, Surroundings.Desktop(creation));

    [Fact]
    public Task Logins_that_a_loop_begins() => VerifyNoFieldAsync(
        "class Login",
        "class Shell { readonly Login _login = new(); public void Go() { foreach (var user in new[] { 1, 2 }) Console.WriteLine(user + _login.Url()); } public static Shell Kept { get; } = new(); public HttpContent End(string code) => _login.Form(code); }",
        Surroundings.Desktop("Shell.Kept"));

    /// <summary>A window that shows it reads it again.</summary>
    [Fact]
    public Task Request_of_a_property() => Verify.VerifyNoneWholeAsync(
        """
        using System.Net.Http;

        class Login : System.ComponentModel.INotifyPropertyChanged
        {
            public string Url => {|PKCE1001:"https://server/authorize?response_type=code&client_id=app"|};

            public HttpContent Form(string code) => new StringContent($"{|PKCE1004:grant_type=authorization_code&code=|}{code}");

            public event System.ComponentModel.PropertyChangedEventHandler? PropertyChanged { add { } remove { } }
        }
        """, Surroundings.Desktop("new Login()"));

    [Theory]
    [InlineData("static class Shell { public static Login Make(IServiceProvider all) => all.GetRequiredService<Login>(); }")]
    [InlineData("static class Shell { public static object? Make(IServiceProvider all) => all.GetService(typeof(Login)); }")]
    [InlineData("class Shell(Login login) { public string Go() => login.Url(); }")]
    [InlineData("class Shell { readonly Login _login; public Shell(Login login) => _login = login; public string Go() => _login.Url(); }")]
    public Task Object_that_somebody_is_asked_for(string rest) => VerifyNoFieldAsync("class Login", rest, Surroundings.Desktop("new Login()"));

    [Theory]
    [InlineData("class Hub { readonly Login _login = new(); public string Go(int player) => player + _login.Url(); public string End(int player, string code) => player + _login.Form(code).ToString(); }")]
    [InlineData("class Hub { readonly Login _login = new(); public string Step(long chat, string text) => text == \"/login\" ? chat + _login.Url() : chat + _login.Form(text).ToString(); }")]
    [InlineData("class Hub { readonly Login _login = new(); readonly Dictionary<string, object> _all = []; public string Go(string user) { _all.Remove(user); return _login.Url(); } public void End(string user, string code) => _all[user] = _login.Form(code); }")]
    [InlineData("class Hub { readonly Login _login = new(); public string Go(System.Net.Sockets.TcpClient peer) => peer + _login.Url(); public string End(System.Net.Sockets.TcpClient peer, string code) => peer + _login.Form(code).ToString(); }")]
    public Task Steps_that_are_told_whose_they_are(string hub) => VerifyNoFieldAsync("class Login", hub, Surroundings.Desktop("new Hub()"));

    [Theory]
    [InlineData("System.ServiceProcess", "ServiceBase")]
    [InlineData("Nancy", "NancyModule")]
    [InlineData("Unity.Netcode", "NetworkBehaviour")]
    [InlineData("Telegram.Bot", "TelegramBotClient")]
    public Task Program_that_serves_others_beside_its_window(string space, string name) => VerifyNoFieldAsync(
        "class Login", $"class Served : {space}.{name};\nnamespace {space} {{ public class {name}; }}", Surroundings.Desktop("new Login()"));

    [Theory]
    [InlineData("Environment.GetCommandLineArgs()[1]")]
    [InlineData("e.Args[0]")]
    public Task Code_that_a_process_is_started_with(string code) => VerifyNoFieldAsync(
        "class Login",
        $"class StartupEventArgs {{ public string[] Args {{ get; set; }} = []; }}\nclass App {{ readonly Login _login = new(); public void OnStartup(StartupEventArgs e) {{ if (e.Args.Length == 0) Console.WriteLine(_login.Url()); else Console.WriteLine(_login.Form({code})); }} }}",
        Surroundings.Desktop("new App()"));

    [Fact]
    public Task View_model() => VerifyFieldAsync("partial class Login", ViewModel, Surroundings.Desktop());

    const string ViewModel = """
        partial class Login : System.ComponentModel.INotifyPropertyChanged
        {
            public event System.ComponentModel.PropertyChangedEventHandler? PropertyChanged { add { } remove { } }
        }
        """;

    [Theory]
    [InlineData("var login = new Login(); Console.WriteLine(login.Url()); Send(login.Form(Console.ReadLine() ?? \"\"));")]
    [InlineData("var login = new Login(); Console.WriteLine(login.Url()); Send(login.Form(Console.ReadLine()!));")]
    [InlineData("Login login = new(); Console.WriteLine(login.Url()); var code = Console.ReadLine()!; Send(login.Form(code));")]
    [InlineData("Run(new Login()); void Run(Login login) { Console.WriteLine(login.Url()); Send(login.Form(Console.ReadLine() ?? \"\")); }")]
    [InlineData("var login = new Login(); Run(login); static void Run(Login login) { Console.WriteLine(login.Url()); Send(login.Form(Console.ReadLine() ?? \"\")); }")]
    [InlineData("Program.Run(new Login()); Send(new StringContent(\"\"));", """
        partial class Program
        {
            static void Run(Login login)
            {
                Console.WriteLine(login.Url());
                var code = Console.ReadLine()!;
                Console.WriteLine(login.Form(code));
            }
        }
        """)]
    public Task Console_program_whose_run_makes_the_object_and_does_both_steps(string statements, string rest = "")
    {
        return Verify.VerifyAsync(Program("", Members), Program("using Pkce;\n", FixedMembers));

        string Program(string use, string members) => $$"""
            {{Usings}}{{use}}
            {{statements.Replace("; ", ";\n")}}

            static void Send(HttpContent content) => Console.WriteLine(content);

            class Login
            {{members}}

            {{rest}}
            """;
    }

    [Theory]
    [InlineData("services.AddSingleton<Login>();")]
    [InlineData("services.AddScoped<Login>();")]
    [InlineData("services.AddTransient<Login>();")]
    [InlineData("services.AddSingleton<ILogin, Login>();")]
    [InlineData("services.AddSingleton(typeof(Login));")]
    [InlineData("services.AddSingleton(typeof(ILogin), typeof(Login));")]
    [InlineData("services.AddSingleton<ILogin>(provider => new Login());")]
    [InlineData("services.AddSingleton<ILogin>(new Login());")]
    [InlineData("var login = new Login(); services.AddSingleton<ILogin>(login);")]
    [InlineData("services.AddSingleton<ILogin>(_ => Made.Login);")]
    [InlineData("services.AddKeyedSingleton<ILogin, Login>(\"key\");")]
    [InlineData("services.AddKeyedTransient(typeof(Login), \"key\");")]
    [InlineData("services.TryAddSingleton<Login>();")]
    [InlineData("services.TryAddEnumerable(ServiceDescriptor.Singleton<ILogin, Login>());")]
    [InlineData("services.Add(new ServiceDescriptor(typeof(ILogin), typeof(Login), ServiceLifetime.Singleton));")]
    [InlineData("services.Replace(ServiceDescriptor.Transient(typeof(ILogin), typeof(Login)));")]
    [InlineData("services.AddHttpClient<Login>();")]
    [InlineData("services.AddHttpClient<ILogin, Login>();")]
    [InlineData("services.AddHttpClient(\"login\").AddTypedClient<Login>();")]
    [InlineData("services.AddHttpClient(\"login\").AddTypedClient<ILogin>(client => new Login());")]
    [InlineData("builder.RegisterType<Login>().As<ILogin>().SingleInstance();")]
    [InlineData("builder.Register(context => new Login());")]
    [InlineData("container.Bind<ILogin>().To<Login>();")]
    [InlineData("container.For<ILogin>().Use<Login>();")]
    public Task Container_makes_the_object(string registration) => VerifyNoFieldAsync(
        "public class Login : ILogin", Registration(registration), Surroundings.Desktop("new Login()", "Made.Login"));

    static string Registration(string registration) => $$"""

        public interface ILogin { string Url(); }

        static class Made
        {
            public static readonly Login Login = new();
        }

        static class Registrations
        {
            public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services, Builder builder, Container container)
            {
                {{registration.Replace("; ", ";\n        ")}}
            }
        }

        public class Builder
        {
            public Builder RegisterType<T>() => this;
            public Builder Register<T>(Func<object, T> make) => this;
            public Builder As<T>() => this;
            public Builder SingleInstance() => this;
        }

        public class Container
        {
            public Container Bind<T>() => this;
            public Container For<T>() => this;
            public Container To<T>() => this;
            public Container Use<T>() => this;
        }
        """;

    [Theory]
    [InlineData("[Export]")]
    [InlineData("[Export(typeof(object))]")]
    [InlineData("[ExportWorkspaceService]")]
    [InlineData("[Inject]")]
    public Task Container_finds_the_type_by_its_attribute(string attribute) => VerifyNoFieldAsync(
        $"{attribute}\nclass Login",
        "class ExportAttribute(params Type[] types) : Attribute { public Type[] Types => types; }\nclass ExportWorkspaceServiceAttribute : Attribute;\nclass InjectAttribute : Attribute;",
        Surroundings.Desktop("new Login()"));

    [Theory]
    [InlineData("")]
    [InlineData("static class Made { public static readonly Login Login = new(); }")]
    [InlineData("class Middleware(RequestDelegate next) { readonly Login _login = new(); public Task InvokeAsync(HttpContext context) { context.Response.Redirect(_login.Url()); return next(context); } }")]
    public Task Server(string rest) => VerifyNoFieldAsync("class Login", rest.Replace("RequestDelegate", "Microsoft.AspNetCore.Http.RequestDelegate").Replace("HttpContext c", "Microsoft.AspNetCore.Http.HttpContext c"), Surroundings.Server());

    [Fact]
    public Task View_model_of_a_server() => VerifyNoFieldAsync("partial class Login", ViewModel, Surroundings.Server());

    [Theory]
    [InlineData("static class Made { public static readonly Login Login = new(); }")]
    [InlineData("class Shell { readonly Login _login = new(); public string Go() => _login.Url(); }")]
    [InlineData("")]
    public Task Library_whose_users_are_not_known(string rest) => VerifyNoFieldAsync("public class Login", rest);

    [Theory]
    [InlineData("var login = new Login(); var handlers = new Dictionary<string, Func<string, object>> { [\"start\"] = text => login.Url(), [\"code\"] = text => login.Form(text) }; Console.WriteLine(handlers[args[0]](args[1])); Send(new StringContent(\"\"));")]
    [InlineData("var login = new Login(); if (args.Length == 0) Console.WriteLine(login.Url()); else Send(login.Form(args[0]));")]
    [InlineData("var login = new Login(); var code = Console.ReadLine()!; Console.WriteLine(login.Url()); Send(login.Form(code));")]
    [InlineData("var login = new Login(); Begin(login); End(login); static void Begin(Login login) => Console.WriteLine(login.Url()); static void End(Login login) => Send(login.Form(Console.ReadLine()!));")]
    [InlineData("var login = new Login(); do Console.WriteLine(login.Url()); while (args.Length > 0); Send(login.Form(Console.ReadLine()!));")]
    [InlineData("var login = new Login(); Console.WriteLine(login.Url()); Send(login.Form(Environment.GetEnvironmentVariable(\"CODE\")!));")]
    [InlineData("var login = new Login(); Console.WriteLine(login.Url()); Send(login.Form(System.IO.File.ReadAllText(\"code\")));")]
    public Task Console_program_in_which_one_run_does_not_do_both_steps_by_one_object(string statements) => Verify.VerifyNoneWholeAsync(
        $$"""
        {{Usings}}
        {{statements.Replace("; ", ";\n")}}

        static void Send(HttpContent content) => Console.WriteLine(content);

        class Login
        {{Members}}
        """);

    [Theory]
    [InlineData("Console.WriteLine(new Login().Url(<challenge>));", "Send(new Login().Form(Console.ReadLine()!<verifier>));")]
    [InlineData("Console.WriteLine(new Login().Url(<challenge>));", "var login = new Login();\nSend(login.Form(Console.ReadLine()!<verifier>));")]
    [InlineData("var one = new Login();\nvar other = new Login();\n<local>Console.WriteLine(one.Url(<challenge>));", "Send(other.Form(Console.ReadLine()!<verifier>));")]
    [InlineData("var login = new Login();\n<local>Console.WriteLine(login.Url(<challenge>));", "login = new Login();\nSend(login.Form(Console.ReadLine()!<verifier>));")]
    public Task Run_that_uses_several_objects_hands_it_to_them(string begin, string end)
    {
        const string Local = "var proofKey = ProofKey.Create();\n";
        return Verify.VerifyAsync(
            Program("", Statements("", "", ""), Members),
            Program("using Pkce;\n", Statements(Local, "proofKey.CodeChallenge", ", proofKey.CodeVerifier"), """
                {
                    public string Url(string codeChallenge) => $"https://server/authorize?response_type=code&client_id=app&code_challenge={codeChallenge}&code_challenge_method=S256";

                    public HttpContent Form(string code, string codeVerifier) => new StringContent($"grant_type=authorization_code&code={code}&code_verifier={codeVerifier}");
                }
                """));

        string Statements(string local, string challenge, string verifier) =>
            $"{(begin.Contains("<local>", StringComparison.Ordinal) ? "" : local)}{begin}\n{end}".Replace("<local>", local).Replace("<challenge>", challenge).Replace("<verifier>", verifier);

        static string Program(string use, string statements, string members) => $$"""
            {{Usings}}{{use}}
            {{statements}}

            static void Send(HttpContent content) => Console.WriteLine(content.Headers);

            class Login
            {{members}}
            """;
    }

    [Fact]
    public Task Bot_that_several_users_write_to() => Verify.VerifyNoneWholeAsync(
        $$"""
        {{Usings}}
        var bot = new Bot();
        var client = new Client();
        client.OnMessage += bot.AnswerAsync;
        await client.ReceiveAsync();

        class Bot
        {
            readonly Login _login = new();

            public async Task AnswerAsync(long chat, string text)
            {
                if (text == "/login")
                    await Console.Out.WriteLineAsync(chat + _login.Url());
                else
                    await Console.Out.WriteLineAsync(chat + _login.Form(text).ToString());
            }
        }

        class Client
        {
            public event Func<long, string, Task>? OnMessage;

            public Task ReceiveAsync() => OnMessage?.Invoke(1, "") ?? Task.CompletedTask;
        }

        class Login
        {{Members}}
        """);

    [Theory]
    [InlineData("public static void Start() => Console.WriteLine(new Login().Url()); public static void Done(string code) => Console.WriteLine(new Login().Form(code));")]
    [InlineData("public static void Start() => new Login().Url(); public static void Done(string code) { using var login = new Login(); Console.WriteLine(login.Form(code)); }")]
    [InlineData("public static void Start() { var login = new Login(); Console.WriteLine(login.Url()); } public static void Done(string code) { var login = new Login(); Console.WriteLine(login.Form(code)); }")]
    public Task View_that_is_made_anew_for_each_step(string members) => VerifyNoFieldAsync("class Login : System.Windows.Window", Handlers(members), Surroundings.Desktop());

    [Theory]
    [InlineData("public static void Show() { var login = new Login(); Console.WriteLine(login.Url()); Console.WriteLine(login.Form(Console.ReadLine()!)); }")]
    [InlineData("static readonly Login Kept = new(); public static void Start() => Console.WriteLine(Kept.Url()); public static void Done(string code) => Console.WriteLine(Kept.Form(code));")]
    public Task View_that_stays_for_both_steps(string members) => VerifyFieldAsync("class Login : System.Windows.Window", Handlers(members), Surroundings.Desktop());

    static string Handlers(string members) => $$"""
        static class Handlers
        {
            {{members.Replace("; public", ";\n    public").Replace("} public", "}\n    public")}}
        }

        namespace System.Windows { public class Window : IDisposable { public void Dispose() { } } }
        """;

    [Fact]
    public Task Window_that_stays_keeps_it_for_an_object_that_is_made_for_each_step() => Verify.VerifyAsync(
        Usings + $$"""

        class Main : System.Windows.Window
        {
            public void Start_Click() => Console.WriteLine(new Login().Url());

            public Task Done_Click(HttpClient http, string code) => http.PostAsync("https://server/token", new Login().Form(code));
        }

        class Login
        {{Members}}

        namespace System.Windows { public class Window { } }
        """,
        Usings + """
        using Pkce;

        class Main : System.Windows.Window
        {
            private ProofKey? _proofKey;

            public void Start_Click()
            {
                _proofKey = ProofKey.Create();
                Console.WriteLine(new Login().Url(_proofKey.CodeChallenge));
            }

            public Task Done_Click(HttpClient http, string code)
            {
                var proofKey = _proofKey ?? throw new InvalidOperationException("No authorization request has been made.");
                return http.PostAsync("https://server/token", new Login().Form(code, proofKey.CodeVerifier));
            }
        }

        class Login
        {
            public string Url(string codeChallenge) => $"https://server/authorize?response_type=code&client_id=app&code_challenge={codeChallenge}&code_challenge_method=S256";

            public HttpContent Form(string code, string codeVerifier) => new StringContent($"grant_type=authorization_code&code={code}&code_verifier={codeVerifier}");
        }

        namespace System.Windows { public class Window { } }
        """, within: Surroundings.Desktop());
}
