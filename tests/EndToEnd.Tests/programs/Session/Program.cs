// A program that keeps sessions: Session --issuer ISSUER --client CLIENT-ID --urls URL
using Web;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(builder.Configuration.Get<Server>()!);
builder.Services.AddHttpClient();
builder.Services.AddControllers();
builder.Services.AddDistributedMemoryCache();
builder.Services.AddSession();

var app = builder.Build();
app.UseSession();
app.MapControllers();
app.Run();
