using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using System.Windows.Input;
using DesktopLogin;

namespace Desktop;

/// <summary>The view model of a login window: a command that concatenates an address, and a form written as text.</summary>
public sealed class LoginViewModel : INotifyPropertyChanged
{
    private readonly HttpClient _http;
    private readonly AuthorizationServer _server;
    private readonly string _clientId;
    private readonly string _redirectUri;
    private string? _address;
    private TokenResponse? _tokens;

    internal LoginViewModel(HttpClient http, AuthorizationServer server, string clientId, string redirectUri)
    {
        _http = http;
        _server = server;
        _clientId = clientId;
        _redirectUri = redirectUri;
        LoginCommand = new Command(LogIn);
    }

    public event PropertyChangedEventHandler? PropertyChanged;

    public ICommand LoginCommand { get; }

    public string State { get; private set; } = "";

    public string? Address
    {
        get => _address;
        private set => Set(ref _address, value);
    }

    internal TokenResponse? Tokens
    {
        get => _tokens;
        private set => Set(ref _tokens, value);
    }

    public async Task OnNavigatedAsync(string code)
    {
        var body = "grant_type=authorization_code&client_id=" + _clientId + "&redirect_uri=" + Uri.EscapeDataString(_redirectUri) + "&code=" + code;
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await _http.PostAsync(_server.TokenEndpoint, content);
        Tokens = await Desktop.Tokens.ReadAsync(response);
    }

    private void LogIn()
    {
        State = Guid.NewGuid().ToString("N");
        Address = _server.AuthorizationEndpoint
            + "?response_type=code"
            + "&client_id=" + _clientId
            + "&redirect_uri=" + Uri.EscapeDataString(_redirectUri)
            + "&scope=openid"
            + "&state=" + State;
    }

    private void Set<T>(ref T field, T value, [CallerMemberName] string? name = null)
    {
        field = value;
        PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(name));
    }
}
