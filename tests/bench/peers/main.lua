-- Pictures on LÖVE, as its own loop shows them: the right arrow slides to the next in so many ms. love FOLDER MS PICTURE...
local pictures, at, from, began, duration = {}, 1, nil, 0, 0

function love.load(arguments)
    love.window.setMode(0, 0, {fullscreen = true, fullscreentype = "desktop", vsync = 1})
    duration = tonumber(arguments[1]) / 1000
    for i = 2, #arguments do
        local file = assert(io.open(arguments[i], "rb"))
        pictures[i - 1] = love.graphics.newImage(love.filesystem.newFileData(file:read("*a"), arguments[i]))
        file:close()
    end
end

function love.keypressed(key)
    if key == "right" and at < #pictures then
        from, at, began = at, at + 1, love.timer.getTime()
    end
end

function love.draw()
    local width = love.graphics.getWidth()
    local part = from and (love.timer.getTime() - began) / duration or 1
    if part >= 1 then
        from, part = nil, 1
    end
    local eased = part * part * (3 - 2 * part)
    if from then
        love.graphics.draw(pictures[from], -width * eased, 0)
    end
    love.graphics.draw(pictures[at], width * (1 - eased), 0)
end
