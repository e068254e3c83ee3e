const paint = () => { element.querySelector(".welcome").textContent = props.value ?? ""; };
paint();
watch("value", paint);
